package org.offtake.etl.land;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.extract.Position;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Layer;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;

/** The table {@code silver.deliveries}: every edition of every file or reading, live, replaced or refused. */
public record Deliveries(Lake lake) {
    public static final TableName TABLE = new TableName(Layer.SILVER, "deliveries");

    private static final String POSITION = "position";

    private static final StructType SCHEMA = new StructType()
            .add("delivery_id", DataTypes.StringType)
            .add("source_system", DataTypes.StringType)
            .add("source_table", DataTypes.StringType)
            .add("file_name", DataTypes.StringType)
            .add("edition", DataTypes.IntegerType)
            .add("content", DataTypes.StringType)
            .add("stamp_at", DataTypes.TimestampType)
            .add("arrived_at", DataTypes.TimestampType)
            .add("bytes", DataTypes.LongType)
            .add("modified_millis", DataTypes.LongType)
            .add("record_count", DataTypes.LongType)
            .add("state", DataTypes.StringType)
            .add("reason", DataTypes.StringType)
            .add(POSITION, DataTypes.StringType);

    /**
     * Whether a content is part of the truth, and when it was stated.
     *
     * @param stamps of its live deliveries, the oldest first: all of them where each is a full snapshot, else the latest
     */
    public record Standing(boolean live, List<Instant> stamps) {
        public Optional<Instant> stamp() {
            return stamps.isEmpty() ? Optional.empty() : Optional.of(stamps.get(stamps.size() - 1));
        }

        private static Standing of(Delivery delivery) {
            return new Standing(
                    delivery.isLive(),
                    delivery.isLive() ? delivery.stamp().stream().toList() : List.of());
        }

        private Standing with(Standing other) {
            return new Standing(
                    live || other.live,
                    Stream.concat(stamps.stream(), other.stamps.stream())
                            .distinct()
                            .sorted()
                            .toList());
        }

        private Standing latest() {
            return new Standing(live, stamp().stream().toList());
        }
    }

    /** The deliveries at one version of the table, by source table. */
    public record Registered(Map<String, List<Delivery>> bySource) {
        public static final Registered NOTHING = new Registered(Map.of());

        /** Every delivery of a source table, in no order. */
        public List<Delivery> of(SourceTable table) {
            return bySource.getOrDefault(table.qualifiedName(), List.of());
        }

        /** How far a table of a database was read; empty when it never was, or is no such table. */
        public Optional<Position> position(SourceTable table) {
            return of(table).stream()
                    .filter(delivery -> delivery.state() != Delivery.State.REFUSED)
                    .filter(delivery -> !delivery.position().isEmpty())
                    .max(Comparator.comparing(Delivery::arrivedAt).thenComparing(Delivery::edition))
                    .flatMap(delivery -> Position.parse(delivery.position()));
        }

        /** The standing of each content: live when any live delivery has it. */
        public Map<String, Standing> contents(SourceTable table) {
            Map<String, Standing> contents = new TreeMap<>();
            of(table).stream()
                    .filter(delivery -> delivery.state() != Delivery.State.REFUSED)
                    .forEach(delivery -> contents.merge(delivery.content(), Standing.of(delivery), Standing::with));
            if (table.snapshot().isEmpty()) {
                contents.replaceAll((content, standing) -> standing.latest());
            }
            return contents;
        }
    }

    public Registered at(long version) {
        return new Registered(lake.stored(TABLE, version).collectAsList().stream()
                .map(Deliveries::delivery)
                .collect(Collectors.groupingBy(delivery -> key(delivery.system(), delivery.table()))));
    }

    public Registered newest() {
        OptionalLong version = lake.version(TABLE);
        return version.isEmpty() ? Registered.NOTHING : at(version.getAsLong());
    }

    private static String key(String system, String table) {
        return system + "/" + table;
    }

    /** Records new and changed deliveries in one commit; a register of an older shape is given the new one first. */
    void write(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        TableWriter writer = new TableWriter(lake, TABLE, List.of("delivery_id"));
        if (lake.exists(TABLE) && lake.stored(TABLE).columns().length < SCHEMA.length()) {
            writer.replaceAll(rows(
                    newest().bySource().values().stream().flatMap(List::stream).toList()));
        }
        Dataset<Row> fresh = rows(deliveries);
        writer.replaceUnits(fresh, UnitSet.rows(List.of("delivery_id"), fresh));
    }

    private Dataset<Row> rows(List<Delivery> deliveries) {
        List<Row> rows = new ArrayList<>();
        deliveries.forEach(delivery -> rows.add(row(delivery)));
        return lake.spark().createDataFrame(rows, SCHEMA).coalesce(1);
    }

    private static Row row(Delivery delivery) {
        return RowFactory.create(
                delivery.id(),
                delivery.system(),
                delivery.table(),
                delivery.name(),
                delivery.edition(),
                delivery.content(),
                delivery.stamp().orElse(null),
                delivery.arrivedAt(),
                delivery.bytes(),
                delivery.modifiedMillis(),
                delivery.records(),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.reason(),
                delivery.position());
    }

    private static Delivery delivery(Row row) {
        Instant stamp = row.getAs("stamp_at");
        return new Delivery(
                row.getAs("source_system"),
                row.getAs("source_table"),
                row.getAs("file_name"),
                row.<Integer>getAs("edition"),
                row.getAs("content"),
                Optional.ofNullable(stamp),
                row.<Instant>getAs("arrived_at"),
                row.<Long>getAs("bytes"),
                row.<Long>getAs("modified_millis"),
                row.<Long>getAs("record_count"),
                Delivery.State.valueOf(row.<String>getAs("state").toUpperCase(Locale.ROOT)),
                row.getAs("reason"),
                row.length() < SCHEMA.length() ? "" : row.getAs(POSITION));
    }
}
