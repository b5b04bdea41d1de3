package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Entity;

/** One table of silver: every statement ever received about the entity, each with its outcome. */
record SilverTable(Lake lake, Entity entity, boolean someKeyless) {
    private static final String FROM = "_source_table";
    /** Above this number of changed units a condition with literals costs more than a join. */
    private static final int LITERALS = 5_000;

    /** Takes the statements of the parts, in place of what the table holds of them. */
    void take(List<Part> parts) {
        Dataset<Row> fresh = parts.stream()
                .map(part -> part.rows()
                        .filter(col(TypedColumns.PROBLEM).isNull())
                        .drop(TypedColumns.PROBLEM)
                        .withColumn(FROM, lit(part.source().name())))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        TableWriter writer = new TableWriter(lake, entity.table());
        if (!lake.exists(entity.table())) {
            writer.replaceAll(new Statements(entity, someKeyless).settle(fresh));
            return;
        }
        Dataset<Row> stored = lake.stored(entity.table()).drop(Lake.OUTCOME);
        if (Part.anyAnew(parts)) {
            writer.replaceAll(new Statements(entity, someKeyless)
                    .settle(others(stored, parts).unionByName(fresh, true)));
            return;
        }
        List<String> unit = List.of(entity.unit());
        UnitSet units = UnitSet.literals(unit, fresh, LITERALS).orElseGet(() -> UnitSet.rows(unit, fresh));
        Dataset<Row> settled = new Statements(entity, someKeyless)
                .settle(others(units.of(stored), parts).unionByName(fresh));
        writer.replaceUnits(settled, units);
    }

    private static Dataset<Row> others(Dataset<Row> stored, List<Part> parts) {
        return Part.others(stored, parts, FROM, col("_record.content"));
    }
}
