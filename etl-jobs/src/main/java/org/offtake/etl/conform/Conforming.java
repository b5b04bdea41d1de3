package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.etl.land.Deliveries;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/** Turns the records of one source table into rows of the agreed entities, from the contents whose standing changed. */
public final class Conforming {
    private static final String DEFINITION = "definition";
    private static final String CONSUMED = "deliveries";

    private final Configuration configuration;
    private final Library library;
    private final SourceTable table;
    private final Lake lake;
    private final Sidecar memory;

    public Conforming(Configuration configuration, Library library, SourceTable table, Lake lake) {
        this.configuration = configuration;
        this.library = library;
        this.table = table;
        this.lake = lake;
        this.memory = memory(configuration, table);
    }

    static Sidecar memory(Configuration configuration, SourceTable table) {
        return Sidecar.of(configuration.state(), "conform_" + table.system() + "_" + table.name());
    }

    /** Whether everything that landed is conformed, told without a session. */
    public static boolean isUpToDate(Configuration configuration, Library library, SourceTable table) {
        Map<String, String> known = memory(configuration, table).read();
        OptionalLong version = Lake.version(configuration.lake(), Deliveries.TABLE);
        return version.isEmpty()
                || (Long.toString(version.getAsLong()).equals(known.get(CONSUMED))
                        && Definition.of(configuration, library, table).equals(known.get(DEFINITION)));
    }

    /** Conforms what changed; writes nothing when nothing did. */
    public void conform() {
        OptionalLong version = lake.version(Deliveries.TABLE);
        if (version.isEmpty() || isUpToDate(configuration, library, table)) {
            return;
        }
        Map<String, String> known = memory.read();
        String definition = Definition.of(configuration, library, table);
        boolean anew = !definition.equals(known.get(DEFINITION)) || !known.containsKey(CONSUMED);
        Map<String, Deliveries.Standing> now = contents(version.getAsLong());
        Map<String, Deliveries.Standing> before =
                anew ? Map.of() : contents(Long.parseLong(known.getOrDefault(CONSUMED, "0")));
        Map<String, Deliveries.Standing> changed = new TreeMap<>(now);
        before.forEach(changed::remove);
        if (!changed.isEmpty() && lake.exists(table.bronze())) {
            write(changed, anew);
        }
        memory.write(Map.of(DEFINITION, definition, CONSUMED, Long.toString(version.getAsLong())));
    }

    private Map<String, Deliveries.Standing> contents(long version) {
        return new Deliveries(lake).contents(table.system(), table.name(), version);
    }

    private void write(Map<String, Deliveries.Standing> contents, boolean anew) {
        Configuration.Company company = configuration.source(table.system()).company();
        Dataset<Row> typed =
                new TypedColumns(table, company.zone()).of(received(contents)).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Routing routing = new Routing(library, table, company.code(), lake.spark());
            Routing.Routed routed = routing.route(typed);
            routed.entities().forEach((entity, rows) -> new SilverTable(lake, table, library.entity(entity))
                    .take(rows, contents.keySet(), anew));
            writeQuarantine(routed.quarantined(), contents.keySet(), anew);
        } finally {
            typed.unpersist();
        }
    }

    private void writeQuarantine(Dataset<Row> rows, Set<String> contents, boolean anew) {
        TableWriter writer = new TableWriter(lake, Quarantine.TABLE);
        if (anew && lake.exists(Quarantine.TABLE)) {
            Dataset<Row> others = lake.stored(Quarantine.TABLE)
                    .filter(org.apache.spark.sql.functions.not(col("source_system")
                            .equalTo(table.system())
                            .and(col("source_table").equalTo(table.name()))));
            writer.replaceAll(others.unionByName(rows));
            return;
        }
        writer.replaceUnits(rows, new UnitSet.Literals(List.of("content"), rowsOf(contents)));
    }

    private static List<Row> rowsOf(Set<String> contents) {
        return contents.stream().map(content -> RowFactory.create(content)).toList();
    }

    /** The records of the contents, with their standing and the texts as received. */
    private Dataset<Row> received(Map<String, Deliveries.Standing> contents) {
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
        Dataset<Row> standing = lake.spark().createDataFrame(rows, schema);
        Dataset<Row> records = lake.stored(table.bronze());
        Dataset<Row> known = contents.size() > 500
                ? records
                : records.filter(col("_record.content").isin(contents.keySet().toArray()));
        Dataset<Row> withColumns = withTexts(known);
        return withColumns
                .join(
                        org.apache.spark.sql.functions.broadcast(standing),
                        withColumns.col("_record.content").equalTo(standing.col("content")))
                .withColumn(
                        Statements.RECORD,
                        org.apache.spark.sql.functions.struct(
                                col("_record.content"),
                                col("_record.line"),
                                col("_record.number"),
                                col(Statements.LIVE).as("live"),
                                col("_stamp_at").as("stamp_at")))
                .drop("content", "_stamp_at");
    }

    /** Columns that the contract has and older landings do not are null there. */
    private Dataset<Row> withTexts(Dataset<Row> records) {
        Set<String> present = new TreeSet<>(List.of(records.columns()));
        Map<String, org.apache.spark.sql.Column> texts = new HashMap<>();
        Dataset<Row> all = records;
        for (var column : table.columns()) {
            if (!present.contains(column.name())) {
                all = all.withColumn(column.name(), lit(null).cast("string"));
            }
            texts.put(Quarantine.TEXT_PREFIX + column.name(), col("`" + column.name() + "`"));
        }
        return all.withColumns(texts);
    }
}
