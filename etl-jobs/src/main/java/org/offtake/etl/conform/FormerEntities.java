package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.Lake;
import org.offtake.models.Entity;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/** Entities that a source table told of before its contract changed, and tells of no more: its rows leave them. */
record FormerEntities(Lake lake, Library library) {

    /** Parts without rows, by entity, in place of what silver holds of these source tables. */
    Map<String, List<Part>> of(List<SourceTable> changed) {
        Map<String, List<Part>> former = new TreeMap<>();
        if (changed.isEmpty()) {
            return former;
        }
        library.entities().forEach((name, entity) -> {
            if (!lake.exists(entity.table())) {
                return;
            }
            Dataset<Row> stored = lake.stored(entity.table());
            Set<String> tellers = tellers(stored);
            changed.stream()
                    .filter(table -> tellers.contains(table.qualifiedName()))
                    .filter(table -> !table.becomes().containsKey(name)
                            && !table.mentions().contains(name))
                    .forEach(table -> former.computeIfAbsent(name, entityName -> new ArrayList<>())
                            .add(nothing(table, entity, stored)));
        });
        return former;
    }

    private static Set<String> tellers(Dataset<Row> stored) {
        return stored.select("source_system", SilverTable.FROM).distinct().collectAsList().stream()
                .map(row -> row.getString(0) + "/" + row.getString(1))
                .collect(Collectors.toSet());
    }

    private static Part nothing(SourceTable table, Entity entity, Dataset<Row> stored) {
        Dataset<Row> none = stored.drop(Statements.SETTLED)
                .drop(SilverTable.FROM)
                .filter(lit(false))
                .withColumn(TypedColumns.PROBLEM, lit(null).cast("string"))
                .withColumn(NaturalKey.IS_SURE, lit(false));
        return new Part(table, entity, none, Set.of(), true);
    }
}
