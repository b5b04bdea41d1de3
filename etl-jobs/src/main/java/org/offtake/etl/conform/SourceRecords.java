package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.land.BronzeRows;
import org.offtake.etl.land.Deliveries;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/** The records of one source table: which contents changed since they were conformed, and what those contents hold. */
record SourceRecords(Configuration configuration, Library library, SourceTable table) {
    private static final String DEFINITION = "definition";
    private static final String CONSUMED = "deliveries";
    private static final String REGISTER = "register";

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

    Changed changed(Standings standings, long version) {
        Map<String, String> known = memory().read();
        boolean anew = !known.containsKey(CONSUMED)
                || !Definition.of(configuration, library, table).equals(known.get(DEFINITION))
                || !register().equals(known.get(REGISTER));
        Map<String, Deliveries.Standing> contents = new TreeMap<>(standings.of(table, version));
        Map<String, Deliveries.Standing> before =
                anew ? Map.of() : standings.of(table, Long.parseLong(known.getOrDefault(CONSUMED, "0")));
        before.forEach(contents::remove);
        return new Changed(contents, anew);
    }

    void remember(long version) {
        memory().write(consumed(version));
    }

    /** The records of the contents, typed, each with its standing and its problem. */
    Dataset<Row> typed(Lake lake, Map<String, Deliveries.Standing> contents) {
        return typed(received(lake, contents));
    }

    /** Received records with their standing, typed. */
    Dataset<Row> typed(Dataset<Row> received) {
        return new TypedColumns(table, company().zone()).of(received);
    }

    /** The records of some contents as received. */
    Dataset<Row> bronze(Lake lake, Set<String> contents) {
        return new BronzeRows(table).whole(lake).filter(col("_record.content").isin(contents.toArray()));
    }

    Configuration.Company company() {
        return configuration.source(table.system()).company();
    }

    private Map<String, String> consumed(long version) {
        return Map.of(
                DEFINITION,
                Definition.of(configuration, library, table),
                CONSUMED,
                Long.toString(version),
                REGISTER,
                register());
    }

    /** A register of deliveries that was made anew begins to count again. */
    private String register() {
        return Lake.id(configuration.lake(), Deliveries.TABLE);
    }

    private Sidecar memory() {
        return Sidecar.of(configuration.state(), "conform_" + table.system() + "_" + table.name());
    }

    /** What each record says, as one text, by content and number of the record. */
    Dataset<Row> texts(Lake lake) {
        String said = table.columns().stream()
                .map(column -> "coalesce(`" + column.name() + "`, '')")
                .collect(Collectors.joining(", ", "concat_ws(' | ', ", ")"));
        return new BronzeRows(table)
                .whole(lake)
                .selectExpr(
                        "_record.content as _text_content",
                        "_record.number as _text_number",
                        "coalesce(_raw, " + said + ") as raw_text");
    }

    private Dataset<Row> received(Lake lake, Map<String, Deliveries.Standing> contents) {
        Dataset<Row> stored = new BronzeRows(table).whole(lake);
        Dataset<Row> records = contents.size() > LITERALS
                ? stored
                : stored.filter(col("_record.content").isin(contents.keySet().toArray()));
        return withStanding(records, contents);
    }

    /** Received records of the contents with their standing, without what only bronze needs. */
    Dataset<Row> withStanding(Dataset<Row> records, Map<String, Deliveries.Standing> contents) {
        Dataset<Row> standing = standing(records.sparkSession(), contents);
        return records.join(broadcast(standing), records.col("_record.content").equalTo(standing.col("content")))
                .drop("content", "_raw", "_more", "_hash", BronzeRows.CORRECTS);
    }

    private Dataset<Row> standing(SparkSession spark, Map<String, Deliveries.Standing> contents) {
        StructType schema = new StructType()
                .add("content", DataTypes.StringType)
                .add(Statements.LIVE, DataTypes.BooleanType)
                .add(TypedColumns.STAMP_AT, DataTypes.TimestampType)
                .add(Snapshots.CONTENT, DataTypes.StringType);
        List<Row> rows = contents.entrySet().stream()
                .map(entry -> RowFactory.create(
                        entry.getKey(),
                        entry.getValue().live(),
                        entry.getValue().stamp().orElse(null),
                        table.snapshot().map(snapshot -> entry.getKey()).orElse(null)))
                .toList();
        return spark.createDataFrame(rows, schema);
    }
}
