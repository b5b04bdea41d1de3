package org.offtake.etl.ledger;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Deliveries;
import org.offtake.models.Library;

/**
 * Per delivery: {@code read = accepted + superseded + duplicate + quarantined}.
 *
 * <p>{@code read} is what the parser counted when the file landed; the other four are counted from the records
 * themselves, each of which carries its outcome in the commit that holds it. A delivery that only repeats a content has
 * its records among the duplicates. Beside them stands how many of its records told last of what a full snapshot has left
 * out since.
 */
public record Balance(Lake lake, Library library) {
    /** One row per delivery that was not refused. */
    public Dataset<Row> perDelivery() {
        Dataset<Row> deliveries =
                lake.stored(Deliveries.TABLE).filter(col("state").notEqual("refused"));
        var sameContent = Window.partitionBy("source_system", "source_table", "content")
                .orderBy(when(col("state").equalTo("live"), 0).otherwise(1), col("file_name"), col("edition"));
        Dataset<Row> first = deliveries.withColumn("_place", row_number().over(sameContent));
        Dataset<Row> joined = first.join(
                outcomes(),
                first.col("content")
                        .equalTo(col("_content"))
                        .and(first.col("source_system").equalTo(col("_system")))
                        .and(first.col("source_table").equalTo(col("_table"))),
                "left");
        for (String kind : Outcomes.KINDS) {
            var counted = coalesce(col("_" + kind), lit(0L));
            var repeated = kind.equals("duplicate") ? col("record_count") : lit(0L);
            joined = joined.withColumn(
                    kind, when(col("_place").equalTo(1), counted).otherwise(repeated));
        }
        return joined.select(
                        col("source_system"),
                        col("source_table"),
                        col("file_name"),
                        col("edition"),
                        col("state"),
                        col("record_count").as("read"),
                        col("accepted"),
                        col("superseded"),
                        col("duplicate"),
                        col("quarantined"),
                        when(col("_place").equalTo(1), coalesce(col("_deleted"), lit(0L)))
                                .otherwise(lit(0L))
                                .as("deleted"))
                .orderBy("source_system", "source_table", "file_name", "edition");
    }

    /** The same, summed per source table. */
    public Dataset<Row> perSource() {
        return perDelivery()
                .groupBy("source_system", "source_table")
                .agg(
                        count(lit(1)).as("deliveries"),
                        sum("read").as("read"),
                        sum("accepted").as("accepted"),
                        sum("superseded").as("superseded"),
                        sum("duplicate").as("duplicate"),
                        sum("quarantined").as("quarantined"),
                        sum("deleted").as("deleted"))
                .orderBy("source_system", "source_table");
    }

    /** Deliveries whose records do not add up; there must be none. */
    public Dataset<Row> unbalanced() {
        return perDelivery().filter("read <> accepted + superseded + duplicate + quarantined");
    }

    /** Refused deliveries by name, with the reason. */
    public Dataset<Row> refused() {
        return lake.stored(Deliveries.TABLE)
                .filter(col("state").equalTo("refused"))
                .select(col("delivery_id"), col("reason"))
                .orderBy("delivery_id");
    }

    /** Records per content and outcome, from the tables that hold them. */
    private Dataset<Row> outcomes() {
        return new Outcomes(lake, library)
                .of(library.sources())
                .groupBy("_system", "_table", "_content")
                .agg(
                        kind("accepted"),
                        kind("superseded"),
                        kind("duplicate"),
                        kind("quarantined"),
                        sum(when(col("_deleted"), 1L).otherwise(0L)).as("_deleted"));
    }

    private static Column kind(String name) {
        return sum(when(col("_kind").equalTo(name), 1L).otherwise(0L)).as("_" + name);
    }
}
