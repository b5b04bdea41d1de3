package org.offtake.etl.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.offtake.models.Column;
import org.offtake.models.Entity;
import org.offtake.models.KeptTable;
import org.offtake.models.Library;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.Seed;
import org.offtake.models.TableName;

/** What the contracts say of every table that a model may read: its columns in Spark's types, and what names a row. */
public record DeclaredTables(Library library) {
    /** Where a record of an entity stands in what was received. */
    private static final StructType RECORD = StructType.fromDDL("content string, line bigint, number bigint");

    /**
     * The columns of a table as a model sees them.
     *
     * @throws IllegalArgumentException when no contract describes the table, or no model may read it
     */
    public StructType schema(TableName table) {
        return switch (table.layer()) {
            case BRONZE -> throw new IllegalArgumentException("no model reads " + table);
            case SEED -> schema(seed(table).columns());
            case SILVER ->
                ledger(table).map(kept -> schema(kept.columns())).orElseGet(() -> schema(library.entity(table.name())));
            case GOLD, MART -> schema(library.model(table).columns());
        };
    }

    /** What a model sees of an entity: its columns, the record each row comes from, and when what it says was deleted. */
    static StructType schema(Entity entity) {
        StructType envelope = new StructType();
        for (String name : Entity.ENVELOPE) {
            envelope = envelope.add(name, "string");
        }
        return typed(envelope, entity.columns())
                .add("_record", RECORD)
                .add("_deleted_at", "timestamp")
                .add("_deleted_date", "date");
    }

    /** The columns of a contract, in its order. */
    public static StructType schema(List<Column> columns) {
        return typed(new StructType(), columns);
    }

    private static StructType typed(StructType before, List<Column> columns) {
        StructType schema = before;
        for (Column column : columns) {
            schema = schema.add(column.name(), DataType.fromDDL(column.type().sparkType()));
        }
        return schema;
    }

    /** The sets of columns that name one row of the table. */
    List<Set<String>> keys(TableName table) {
        return switch (table.layer()) {
            case BRONZE -> List.of();
            case SEED -> List.of(Set.copyOf(seed(table).grain()));
            case SILVER ->
                ledger(table)
                        .map(kept -> List.of(Set.copyOf(kept.grain())))
                        .orElseGet(() -> keys(library.entity(table.name())));
            case GOLD, MART -> keys(library.model(table));
        };
    }

    private Optional<KeptTable> ledger(TableName table) {
        return Optional.ofNullable(library.ledger().get(table));
    }

    private Seed seed(TableName table) {
        return Optional.ofNullable(library.seeds().get(table))
                .orElseThrow(() -> new IllegalArgumentException("there is no seed " + table));
    }

    private static List<Set<String>> keys(Entity entity) {
        Set<String> key = new TreeSet<>(Entity.ENVELOPE);
        key.add(entity.key());
        entity.effective().ifPresent(key::add);
        return List.of(key);
    }

    private static List<Set<String>> keys(Model model) {
        List<Set<String>> keys = new ArrayList<>();
        keys.add(new TreeSet<>(model.grain()));
        if (model.load() instanceof LoadRule.KeepHistory history) {
            Set<String> key = new TreeSet<>(Entity.ENVELOPE);
            key.retainAll(model.columnNames());
            key.add(history.id());
            key.add("valid_from_date");
            keys.add(key);
        }
        return keys;
    }
}
