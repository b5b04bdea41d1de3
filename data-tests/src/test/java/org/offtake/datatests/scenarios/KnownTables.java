package org.offtake.datatests.scenarios;

import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.offtake.models.Column;
import org.offtake.models.Entity;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.Seed;
import org.offtake.models.TableName;

/** The columns of every table that a model may read, with their types in Spark. */
public record KnownTables(Library library) {
    private static final StructType DELIVERIES = StructType.fromDDL("delivery_id string, source_system string, "
            + "source_table string, file_name string, edition int, content string, stamp_at timestamp, "
            + "arrived_at timestamp, bytes bigint, modified_millis bigint, record_count bigint, state string, "
            + "reason string");

    private static final StructType QUARANTINED_RECORDS = StructType.fromDDL("source_system string, "
            + "company_code string, source_table string, content string, line_number bigint, record_number bigint, "
            + "entity string, reason_code string, field_name string, field_value string, raw_text string");

    /** Where a record of an entity stands in what was received; pages leave it null. */
    private static final StructType RECORD = StructType.fromDDL("content string, line bigint, number bigint");

    public StructType schema(TableName table) {
        return switch (table.layer()) {
            case BRONZE -> throw new IllegalArgumentException("no model reads " + table);
            case GOLD, MART -> contract(library.model(table));
            case SEED -> seed(table);
            case SILVER -> silver(table);
        };
    }

    public static StructType contract(Model model) {
        return typed(new StructType(), model.columns());
    }

    private StructType seed(TableName table) {
        Seed seed = Optional.ofNullable(library.seeds().get(table))
                .orElseThrow(() -> new IllegalArgumentException("there is no seed " + table));
        return typed(new StructType(), seed.columns());
    }

    private StructType silver(TableName table) {
        return switch (table.name()) {
            case "deliveries" -> DELIVERIES;
            case "quarantined_records" -> QUARANTINED_RECORDS;
            default -> entity(library.entity(table.name()));
        };
    }

    private static StructType entity(Entity entity) {
        StructType schema = new StructType();
        for (String name : Entity.ENVELOPE) {
            schema = schema.add(name, "string");
        }
        return typed(schema, entity.columns())
                .add("_record", RECORD)
                .add("_deleted_at", "timestamp")
                .add("_deleted_date", "date");
    }

    private static StructType typed(StructType before, Iterable<Column> columns) {
        StructType schema = before;
        for (Column column : columns) {
            schema = schema.add(column.name(), column.type().sparkType());
        }
        return schema;
    }
}
