package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.conform.Returned.Fate;
import org.offtake.etl.conform.Returned.Place;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.land.Delivery;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/**
 * The changed records of one source table, sent to their entities, with the corrections that came back for any of its
 * records.
 *
 * @param contents whose rows these are
 * @param verdicts what corrections make of records in quarantine
 * @param warnings about rows of sheets that are not applied
 */
record Routed(
        Map<String, Dataset<Row>> entities,
        Set<String> contents,
        List<Quarantine.Verdict> verdicts,
        List<String> warnings) {

    /**
     * Routes what changed.
     *
     * @param kept keeps rows that are looked at more than once
     */
    static Routed of(
            Lake lake,
            Library library,
            SourceRecords source,
            SourceRecords.Changed changed,
            Deliveries.Registered registered,
            UnaryOperator<Dataset<Row>> kept) {
        SourceTable table = source.table();
        List<Delivery> deliveries = registered.of(table);
        Set<String> sheets = Corrections.contents(deliveries);
        Map<String, Deliveries.Standing> plain = new TreeMap<>(changed.contents());
        plain.keySet().removeAll(sheets);
        Routing routing = new Routing(library, table, source.company().code(), lake.spark());
        Map<String, Dataset<Row>> entities = new TreeMap<>();
        routing.route(source.typed(lake, plain)).forEach((entity, rows) -> entities.put(entity, kept.apply(rows)));
        if (sheets.isEmpty()) {
            return new Routed(entities, plain.keySet(), List.of(), List.of());
        }
        Corrections corrections = new Corrections(lake, source, deliveries, registered.contents(table));
        Corrections.Settled settled =
                corrections.settled(places -> problems(lake, table, entities, plain.keySet(), places));
        routing.route(source.typed(corrections.received(settled)))
                .forEach((entity, rows) -> entities.merge(entity, kept.apply(rows), Dataset::unionByName));
        Set<String> contents = new TreeSet<>(plain.keySet());
        contents.addAll(sheets);
        return new Routed(
                entities,
                contents,
                verdicts(table, settled),
                Returned.warnings(
                        table.system(), settled.fates(), changed.contents().keySet()));
    }

    /** Every row of a sheet and every record that one names is judged, so that what no longer holds is taken back. */
    private static List<Quarantine.Verdict> verdicts(SourceTable table, Corrections.Settled settled) {
        Map<Place, String> outcomes = new LinkedHashMap<>();
        settled.originals()
                .values()
                .forEach(original ->
                        outcomes.put(original.place(), original.live() ? Lake.ACCEPTED : Statements.SUPERSEDED));
        settled.fates().forEach((row, fate) -> {
            if (fate == Fate.UNCHANGED) {
                outcomes.put(row.place(), Statements.DUPLICATE);
            }
            if (fate == Fate.APPLIED) {
                row.id()
                        .map(id -> settled.originals().get(Returned.key(id.content(), id.number())))
                        .ifPresent(original -> outcomes.put(original.place(), Statements.SUPERSEDED));
            }
        });
        List<Quarantine.Verdict> verdicts = new ArrayList<>();
        outcomes.forEach(
                (place, outcome) -> verdicts.add(new Quarantine.Verdict(table.system(), table.name(), place, outcome)));
        return verdicts;
    }

    /** Which records have a problem: of contents on their way by what was found now, of others by the quarantine. */
    private static Set<Place> problems(
            Lake lake, SourceTable table, Map<String, Dataset<Row>> fresh, Set<String> contents, Set<Place> places) {
        Object[] wanted = places.stream().map(Place::content).distinct().toArray();
        Set<Place> problems = new HashSet<>();
        table.becomes().keySet().forEach(entity -> Optional.ofNullable(fresh.get(entity))
                .ifPresent(rows -> collect(
                        rows.filter(col(TypedColumns.PROBLEM).isNotNull())
                                .select("_record.content", "_record.number")
                                .filter(col("content").isin(wanted)),
                        problems)));
        if (lake.exists(Quarantine.TABLE)) {
            Object[] settled = places.stream()
                    .map(Place::content)
                    .filter(content -> !contents.contains(content))
                    .distinct()
                    .toArray();
            collect(
                    lake.stored(Quarantine.TABLE)
                            .filter(col("source_system").equalTo(table.system()))
                            .filter(col("source_table").equalTo(table.name()))
                            .filter(col("content").isin(settled))
                            .select("content", "record_number"),
                    problems);
        }
        problems.retainAll(places);
        return problems;
    }

    private static void collect(Dataset<Row> places, Set<Place> into) {
        places.collectAsList().forEach(row -> into.add(new Place(row.getString(0), row.getLong(1))));
    }
}
