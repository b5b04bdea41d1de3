package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.models.Entity;
import org.offtake.models.SourceTable;

/**
 * What one source table contributes to a table of silver.
 *
 * @param contents the contents that the rows are of; what the table holds of them is replaced
 * @param anew whether everything the table holds of the source table is replaced
 */
record Part(SourceTable source, Entity entity, Dataset<Row> rows, Set<String> contents, boolean anew) {

    /** What the part tells of its entity: the rows without a problem. */
    Dataset<Row> statements() {
        return rows.filter(col(TypedColumns.PROBLEM).isNull())
                .drop(TypedColumns.PROBLEM, NaturalKey.IS_SURE)
                .withColumn(SilverTable.FROM, lit(source.name()));
    }

    /** The rows of a table that none of the parts replaces. */
    static Dataset<Row> others(Dataset<Row> stored, List<Part> parts, String tableColumn, Column content) {
        Dataset<Row> others = stored;
        for (Part part : parts) {
            Column own = col("source_system")
                    .equalTo(part.source().system())
                    .and(col(tableColumn).equalTo(part.source().name()));
            others = others.filter(
                    not(part.anew() ? own : own.and(content.isin(part.contents().toArray()))));
        }
        return others;
    }

    static boolean anyAnew(List<Part> parts) {
        return parts.stream().anyMatch(Part::anew);
    }
}
