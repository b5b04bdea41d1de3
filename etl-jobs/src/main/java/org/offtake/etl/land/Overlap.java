package org.offtake.etl.land;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How many records of new files without keys are here already, word for word.
 *
 * <p>Equal records within a file are kept, so equality alone proves nothing; but a file most of whose records are here
 * already is the same extract again, and is refused rather than guessed at.
 */
final class Overlap {
    private Overlap() {}

    /** For each new content, the number of its records that live contents, or new ones before it, hold already. */
    static Map<String, Long> of(Dataset<Row> fresh, Dataset<Row> here, Set<String> liveContents) {
        Dataset<Row> freshCounts = counts(fresh);
        Dataset<Row> hereCounts = here.filter(col("_record.content").isin(liveContents.toArray()))
                .join(broadcast(freshCounts.select("_hash").distinct()), "_hash")
                .groupBy("_hash")
                .agg(count(lit(1)).as("n"))
                .select(lit("").as("content"), col("_hash"), col("n"));
        Dataset<Row> overlaps = freshCounts
                .unionByName(hereCounts)
                .withColumn(
                        "before",
                        coalesce(
                                sum("n").over(Window.partitionBy("_hash")
                                        .orderBy("content")
                                        .rowsBetween(Window.unboundedPreceding(), -1)),
                                lit(0L)))
                .groupBy("content")
                .agg(sum(least(col("n"), col("before"))).as("overlap"));
        Map<String, Long> byContent = new TreeMap<>();
        overlaps.collectAsList().forEach(row -> byContent.put(row.getString(0), row.getLong(1)));
        return byContent;
    }

    private static Dataset<Row> counts(Dataset<Row> rows) {
        return rows.groupBy(col("_record.content").as("content"), col("_hash"))
                .agg(count(lit(1)).as("n"));
    }
}
