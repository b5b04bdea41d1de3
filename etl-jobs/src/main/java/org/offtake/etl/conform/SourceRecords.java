package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.land.Deliveries;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/** The records of one source table: which contents changed since they were conformed, and what those contents hold. */
record SourceRecords(Configuration configuration, Library library, SourceTable table) {
    private static final String DEFINITION = "definition";
    private static final String CONSUMED = "deliveries";

    /** Above this number of contents a condition with literals costs more than a join. */
    private static final int LITERALS = 500;

    /**
     * Contents whose standing changed.
     *
     * @param anew whether everything has to be conformed, whatever was conformed before
     */
    record Changed(Map<String, Deliveries.Standing> contents, boolean anew) {}

    /** Whether everything that landed is conformed, told without a session. */
    boolean isUpToDate() {
        OptionalLong version = Lake.version(configuration.lake(), Deliveries.TABLE);
        return version.isEmpty() || memory().read().equals(consumed(version.getAsLong()));
    }

    Changed changed(Lake lake, long version) {
        Map<String, String> known = memory().read();
        boolean anew = !known.containsKey(CONSUMED)
                || !Definition.of(configuration, library, table).equals(known.get(DEFINITION));
        Map<String, Deliveries.Standing> contents = new TreeMap<>(contents(lake, version));
        Map<String, Deliveries.Standing> before =
                anew ? Map.of() : contents(lake, Long.parseLong(known.getOrDefault(CONSUMED, "0")));
        before.forEach(contents::remove);
        return new Changed(contents, anew);
    }

    void remember(long version) {
        memory().write(consumed(version));
    }

    /** The records of the contents, typed, with their standing and the texts as received. */
    Dataset<Row> typed(Lake lake, Map<String, Deliveries.Standing> contents) {
        Configuration.Company company = configuration.source(table.system()).company();
        return new TypedColumns(table, company.zone()).of(received(lake, contents));
    }

    String company() {
        return configuration.source(table.system()).company().code();
    }

    private Map<String, String> consumed(long version) {
        return Map.of(DEFINITION, Definition.of(configuration, library, table), CONSUMED, Long.toString(version));
    }

    private Sidecar memory() {
        return Sidecar.of(configuration.state(), "conform_" + table.system() + "_" + table.name());
    }

    private Map<String, Deliveries.Standing> contents(Lake lake, long version) {
        return new Deliveries(lake).contents(table.system(), table.name(), version);
    }

    private Dataset<Row> received(Lake lake, Map<String, Deliveries.Standing> contents) {
        Dataset<Row> stored = lake.stored(table.bronze());
        Dataset<Row> records = withTexts(
                contents.size() > LITERALS
                        ? stored
                        : stored.filter(
                                col("_record.content").isin(contents.keySet().toArray())));
        Dataset<Row> standing = standing(lake, contents);
        Column[] record = {
            col("_record.content"),
            col("_record.line"),
            col("_record.number"),
            col(Statements.LIVE).as("live"),
            col("_stamp_at").as("stamp_at")
        };
        return records.join(broadcast(standing), records.col("_record.content").equalTo(standing.col("content")))
                .withColumn(Statements.RECORD, struct(record))
                .drop("content", "_stamp_at");
    }

    private static Dataset<Row> standing(Lake lake, Map<String, Deliveries.Standing> contents) {
        StructType schema = new StructType()
                .add("content", DataTypes.StringType)
                .add(Statements.LIVE, DataTypes.BooleanType)
                .add("_stamp_at", DataTypes.TimestampType);
        List<Row> rows = contents.entrySet().stream()
                .map(entry -> RowFactory.create(
                        entry.getKey(),
                        entry.getValue().live(),
                        entry.getValue().stamp().orElse(null)))
                .toList();
        return lake.spark().createDataFrame(rows, schema);
    }

    /** The texts as received beside the columns; a column that older landings do not have is null there. */
    private Dataset<Row> withTexts(Dataset<Row> records) {
        Set<String> present = new TreeSet<>(List.of(records.columns()));
        Map<String, Column> columns = new HashMap<>();
        for (var column : table.columns()) {
            Column text = present.contains(column.name())
                    ? col("`" + column.name() + "`")
                    : lit(null).cast("string");
            columns.put(column.name(), text);
            columns.put(Quarantine.TEXT_PREFIX + column.name(), text);
        }
        return records.withColumns(columns);
    }
}
