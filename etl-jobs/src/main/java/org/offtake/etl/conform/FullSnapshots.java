package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.land.Delivery;
import org.offtake.models.Entity;
import org.offtake.models.SourceTable;

/**
 * The full snapshots of all source tables that deliver them, as they are registered.
 *
 * @param sources the source tables that deliver everything
 * @param unusable the records in quarantine, see {@link Quarantine#unusable}
 * @param unclear how many of these may be of any key, by source and content
 */
record FullSnapshots(
        List<SourceRecords> sources,
        Deliveries.Registered registered,
        Dataset<Row> unusable,
        Map<String, Map<String, Long>> unclear) {

    static FullSnapshots of(List<SourceRecords> all, Deliveries.Registered registered, Dataset<Row> unusable) {
        List<SourceRecords> sources = all.stream()
                .filter(source -> source.table().snapshot().isPresent())
                .toList();
        Map<String, Map<String, Long>> unclear = new HashMap<>();
        if (!sources.isEmpty()) {
            unusable.filter(col(Quarantine.KEY).isNull())
                    .groupBy("source_system", "source_table", Snapshots.CONTENT)
                    .count()
                    .collectAsList()
                    .forEach(row -> unclear.computeIfAbsent(
                                    row.getString(0) + "/" + row.getString(1), name -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3)));
        }
        return new FullSnapshots(sources, registered, unusable, unclear);
    }

    /** The snapshots that tell of an entity, whose rows are looked at only to count them by scope. */
    List<Snapshots> of(Entity entity, Supplier<Dataset<Row>> rows) {
        return sources.stream()
                .filter(source ->
                        source.table().becomes().containsKey(entity.table().name()))
                .map(source -> of(source, rows))
                .toList();
    }

    private Snapshots of(SourceRecords source, Supplier<Dataset<Row>> rows) {
        SourceTable table = source.table();
        List<Delivery> live = registered.of(table).stream()
                .filter(delivery -> delivery.isLive() && !delivery.isCorrection())
                .toList();
        boolean scoped = !table.snapshot().orElseThrow().scope().isEmpty();
        return new Snapshots(
                table,
                source.company().zone(),
                live,
                scoped ? counted(table, rows.get()) : registered(live),
                unclear.getOrDefault(table.qualifiedName(), Map.of()));
    }

    private static Map<String, Map<String, Long>> registered(List<Delivery> live) {
        return live.stream()
                .collect(Collectors.toMap(
                        Delivery::content, delivery -> Map.of("", delivery.records()), (one, same) -> one));
    }

    private Map<String, Map<String, Long>> counted(SourceTable table, Dataset<Row> rows) {
        Dataset<Row> good = rows.filter(Statements.LIVE)
                .filter(col("source_system")
                        .equalTo(table.system())
                        .and(col(SilverTable.FROM).equalTo(table.name())))
                .select(col(Snapshots.CONTENT), expr(Snapshots.scope(table)).as(Quarantine.SCOPE));
        Dataset<Row> bad = unusable.filter(col("source_system")
                        .equalTo(table.system())
                        .and(col("source_table").equalTo(table.name())))
                .select(Snapshots.CONTENT, Quarantine.SCOPE);
        Map<String, Map<String, Long>> sizes = new HashMap<>();
        good.unionByName(bad)
                .groupBy(Snapshots.CONTENT, Quarantine.SCOPE)
                .count()
                .collectAsList()
                .forEach(row -> sizes.computeIfAbsent(row.getString(0), content -> new HashMap<>())
                        .put(row.getString(1), row.getLong(2)));
        return sizes;
    }
}
