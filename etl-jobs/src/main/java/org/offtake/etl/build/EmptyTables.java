package org.offtake.etl.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Column;
import org.offtake.models.Entity;
import org.offtake.models.Library;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.Seed;
import org.offtake.models.TableName;

/** The declared tables without a row, and the sets of columns that name one row of each. */
record EmptyTables(Lake lake, Library library) {
    static final String PREFIX = "empty";

    private static String view(TableName table) {
        return SqlText.view(PREFIX, table);
    }

    /** Rows of an unknown source, so that the optimiser does not find out that there are none. */
    Dataset<Row> rows(TableName table) {
        return lake.spark()
                .createDataFrame(
                        JavaSparkContext.fromSparkContext(lake.spark().sparkContext())
                                .<Row>emptyRDD(),
                        schema(table));
    }

    private StructType schema(TableName table) {
        Model model = library.models().get(table);
        if (model != null) {
            return schema(List.of(), model.columns());
        }
        Seed seed = library.seeds().get(table);
        if (seed != null) {
            return schema(List.of(), seed.columns());
        }
        Entity entity = library.entities().get(table.name());
        return entity != null
                ? schema(entity)
                : lake.read(table, lake.version(table).orElseThrow(() -> new MissingInputException(table)))
                        .schema();
    }

    /** What a model sees of an entity: its columns, the record each row comes from, and when what it says was deleted. */
    static StructType schema(Entity entity) {
        return schema(Entity.ENVELOPE, entity.columns())
                .add("_record", DataType.fromDDL("struct<content: string, line: bigint, number: bigint>"))
                .add("_deleted_at", "timestamp")
                .add("_deleted_date", "date");
    }

    private static StructType schema(List<String> texts, List<Column> columns) {
        StructType schema = new StructType();
        for (String text : texts) {
            schema = schema.add(text, "string");
        }
        for (Column column : columns) {
            schema = schema.add(column.name(), DataType.fromDDL(column.type().sparkType()));
        }
        return schema;
    }

    /** The sets of columns that name one row of the table behind a view of these. */
    static List<Set<String>> keys(Library library, String view) {
        for (Model model : library.models().values()) {
            if (view(model.table()).equals(view)) {
                return keys(model);
            }
        }
        for (Seed seed : library.seeds().values()) {
            if (view(seed.table()).equals(view)) {
                return List.of(new TreeSet<>(seed.grain()));
            }
        }
        for (Entity entity : library.entities().values()) {
            if (view(entity.table()).equals(view)) {
                Set<String> key = new TreeSet<>(Entity.ENVELOPE);
                key.add(entity.key());
                entity.effective().ifPresent(key::add);
                return List.of(key);
            }
        }
        return List.of();
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
