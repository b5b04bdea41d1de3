package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Entity;
import org.offtake.models.SourceTable;

/** One table of silver: every statement ever received about the entity, each with its outcome. */
record SilverTable(Lake lake, SourceTable source, Entity entity) {
    private static final String FROM = "_source_table";
    /** Above this number of changed units a condition with literals costs more than a join. */
    private static final int LITERALS = 5_000;

    /** Takes the statements of the contents, in place of what the table holds of them. */
    void take(Dataset<Row> statements, Set<String> contents, boolean anew) {
        Dataset<Row> fresh = statements.withColumn(FROM, lit(source.name()));
        TableWriter writer = new TableWriter(lake, entity.table());
        if (!lake.exists(entity.table())) {
            writer.replaceAll(new Statements(entity).settle(fresh));
            return;
        }
        Dataset<Row> stored = lake.stored(entity.table()).drop(Lake.OUTCOME);
        if (anew) {
            Dataset<Row> others = stored.filter(not(
                    col("source_system").equalTo(source.system()).and(col(FROM).equalTo(source.name()))));
            writer.replaceAll(new Statements(entity).settle(others.unionByName(fresh, true)));
            return;
        }
        Dataset<Row> kept = fresh.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            List<String> unit = List.of(entity.unit());
            Optional<UnitSet> few = UnitSet.literals(unit, kept, LITERALS);
            UnitSet units = few.orElseGet(() -> UnitSet.rows(unit, kept));
            Dataset<Row> others =
                    units.of(stored).filter(not(col("_record.content").isin(contents.toArray())));
            writer.replaceUnits(new Statements(entity).settle(others.unionByName(kept)), units);
        } finally {
            kept.unpersist();
        }
    }
}
