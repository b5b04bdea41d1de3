package org.offtake.etl.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.offtake.models.Column;
import org.offtake.models.Entity;
import org.offtake.models.KeptTable;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.Seed;
import org.offtake.models.TableName;

/**
 * What rows of a table look like to a model.
 *
 * @param optional the columns that may be null
 * @param grain the columns that name one row
 */
record Shape(TableName table, StructType schema, Set<String> optional, List<String> grain) {
    private static final List<String> DELETION = List.of("_deleted_at", "_deleted_date");

    static Shape of(Library library, TableName table) {
        StructType schema = new DeclaredTables(library).schema(table);
        return switch (table.layer()) {
            case SEED -> {
                Seed seed = Objects.requireNonNull(library.seeds().get(table));
                yield new Shape(table, schema, optional(seed.columns()), seed.grain());
            }
            case SILVER -> {
                KeptTable kept = library.ledger().get(table);
                yield kept == null
                        ? of(library.entity(table.name()), schema)
                        : new Shape(table, schema, optional(kept.columns()), kept.grain());
            }
            default -> {
                Model model = library.model(table);
                yield new Shape(table, schema, optional(model.columns()), model.grain());
            }
        };
    }

    private static Shape of(Entity entity, StructType schema) {
        List<String> grain = new ArrayList<>(Entity.ENVELOPE);
        grain.add(entity.key());
        entity.effective().ifPresent(grain::add);
        Set<String> optional = Stream.concat(optional(entity.columns()).stream(), DELETION.stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Shape(entity.table(), schema, optional, List.copyOf(grain));
    }

    private static Set<String> optional(List<Column> columns) {
        return columns.stream().filter(Column::optional).map(Column::name).collect(Collectors.toUnmodifiableSet());
    }
}
