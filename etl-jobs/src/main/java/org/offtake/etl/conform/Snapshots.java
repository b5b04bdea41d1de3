package org.offtake.etl.conform;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offtake.etl.land.Delivery;
import org.offtake.models.Snapshot;
import org.offtake.models.SourceTable;

/**
 * The full snapshots of one source table, and which of them may tell that something was deleted.
 *
 * @param zone of the company whose source it is
 * @param live the live deliveries, in any order; those of one stamp are one snapshot
 * @param sizes the number of records of each content by scope, the scope being empty where none is declared
 * @param unclear the number of records of each content that may be of any key
 */
record Snapshots(
        SourceTable table,
        ZoneId zone,
        List<Delivery> live,
        Map<String, Map<String, Long>> sizes,
        Map<String, Long> unclear) {
    /** The content of the full snapshot that a row stands in; null for rows of tables that deliver changes. */
    static final String CONTENT = "_snapshot";

    /** Stamps one after the other, in all of which a content was delivered. */
    record Run(String content, Instant from, Instant to) {}

    /** What one snapshot is worth for one scope: it tells what was deleted unless there is a doubt. */
    record Verdict(String scope, Instant stamp, List<Delivery> files, Optional<String> doubt) {}

    /** What a scope is, as an SQL expression over the entity's columns. */
    static String scope(SourceTable table) {
        List<String> columns = table.snapshot().map(Snapshot::scope).orElse(List.of());
        return columns.isEmpty()
                ? "''"
                : columns.stream()
                        .map(column -> "coalesce(cast(`" + column + "` as string), '')")
                        .collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
    }

    /** The stamps, by scope, of the snapshots that tell what was deleted. */
    Map<String, List<Instant>> telling() {
        return verdicts().stream()
                .filter(verdict -> verdict.doubt().isEmpty())
                .collect(Collectors.groupingBy(
                        Verdict::scope, TreeMap::new, Collectors.mapping(Verdict::stamp, Collectors.toList())));
    }

    /** Why deliveries of these contents delete nothing, where they do not. */
    List<String> warnings(Set<String> contents) {
        List<String> warnings = new ArrayList<>();
        live.stream()
                .filter(delivery -> delivery.stamp().isEmpty() && contents.contains(delivery.content()))
                .forEach(delivery -> warnings.add(told(delivery) + " deletes nothing: its name has no date"));
        for (Verdict verdict : verdicts()) {
            verdict.files().stream()
                    .filter(file -> contents.contains(file.content()))
                    .findFirst()
                    .ifPresent(file -> verdict.doubt()
                            .ifPresent(doubt -> warnings.add(told(file)
                                    + (verdict.scope().isEmpty() ? "" : " for " + verdict.scope())
                                    + " deletes nothing: " + doubt)));
        }
        return warnings;
    }

    /** Every snapshot by scope, oldest first, held against the last good one before it. */
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        Map<String, Long> lastGood = new TreeMap<>();
        byStamp().forEach((stamp, files) -> held(files).forEach((scope, records) -> {
            long before = lastGood.getOrDefault(scope, 0L);
            Optional<String> doubt = tooFew(records, before);
            if (doubt.isEmpty()) {
                lastGood.put(scope, records);
            }
            verdicts.add(new Verdict(scope, stamp, files, doubt.or(() -> unclear(files))));
        }));
        return verdicts;
    }

    private Optional<String> tooFew(long records, long before) {
        int limit = table.snapshot().orElseThrow().shrinkPercent();
        if (records == 0) {
            return Optional.of("it is empty; deliver it again when the source has something to tell");
        }
        if (records * 100 >= before * (100 - limit)) {
            return Optional.empty();
        }
        return Optional.of("it has " + records + " records where the last good one had " + before + ", over " + limit
                + " % fewer; deliver it again whole, or raise `shrink_percent` in " + table.file()
                + " when the source did shrink");
    }

    private Optional<String> unclear(List<Delivery> files) {
        long records = contents(files).stream()
                .mapToLong(content -> unclear.getOrDefault(content, 0L))
                .sum();
        return records == 0
                ? Optional.empty()
                : Optional.of(records + " of its records are in quarantine without a key that can be read, and may be"
                        + " any of those that are absent; correct them with `offtake quarantine export`");
    }

    private Map<String, Long> held(List<Delivery> files) {
        Map<String, Long> held = new TreeMap<>();
        contents(files).forEach(content -> sizes.getOrDefault(content, Map.of())
                .forEach((scope, records) -> held.merge(scope, records, Long::sum)));
        return held.isEmpty() ? Map.of("", 0L) : held;
    }

    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        Map<String, Run> open = new TreeMap<>();
        byStamp().forEach((stamp, files) -> {
            Map<String, Run> going = new TreeMap<>();
            contents(files).forEach(content -> {
                Run before = open.remove(content);
                going.put(content, new Run(content, before == null ? stamp : before.from(), stamp));
            });
            runs.addAll(open.values());
            open.clear();
            open.putAll(going);
        });
        runs.addAll(open.values());
        return runs;
    }

    private TreeMap<Instant, List<Delivery>> byStamp() {
        return live.stream()
                .filter(delivery -> delivery.stamp().isPresent())
                .collect(Collectors.groupingBy(
                        delivery -> delivery.stamp().orElseThrow(), TreeMap::new, Collectors.toList()));
    }

    private static Set<String> contents(List<Delivery> files) {
        return files.stream().map(Delivery::content).collect(Collectors.toCollection(TreeSet::new));
    }

    private String told(Delivery delivery) {
        return table.system() + "/" + delivery.name();
    }
}
