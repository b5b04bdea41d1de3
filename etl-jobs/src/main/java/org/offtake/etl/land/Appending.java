package org.offtake.etl.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.offtake.etl.lake.Lake;
import org.offtake.models.SourceTable;

/** Appends the records of contents that are new to bronze, in one commit, unless they overlap what is here. */
record Appending(Lake lake, SourceTable table) {

    /** The deliveries to register, some of them refused; what is live has its records in bronze. */
    List<Delivery> settle(List<DropFolder.Arrived> files, List<Delivery> before, List<Delivery> changes) {
        Set<String> here = presentContents(changes);
        Map<String, BronzeRows.NewFile> fresh = new TreeMap<>();
        Map<String, DropFolder.Arrived> byName =
                files.stream().collect(Collectors.toMap(DropFolder.Arrived::name, file -> file));
        for (Delivery change : changes) {
            DropFolder.Arrived file = byName.get(change.name());
            boolean fresher = change.isLive() && change.records() > 0 && !here.contains(change.content());
            if (fresher && file != null) {
                fresh.put(
                        change.content(),
                        new BronzeRows.NewFile(
                                file.path().toString(), change.content(), file.bytes(), change.isCorrection()));
            }
        }
        if (fresh.isEmpty()) {
            return changes;
        }
        Dataset<Row> records = new BronzeRows(table).read(lake.spark(), new ArrayList<>(fresh.values()));
        Set<String> overlapping = table.keyless()
                ? overlapping(records.filter(col(BronzeRows.CORRECTS).isNull()), before, changes)
                : Set.of();
        List<Delivery> settled = refuse(changes, overlapping);
        Dataset<Row> kept = records.filter(not(col("_record.content").isin(overlapping.toArray())));
        if (overlapping.size() < fresh.size()) {
            kept.write()
                    .format("delta")
                    .mode(SaveMode.Append)
                    .option("delta.columnMapping.mode", "name")
                    .option("delta.enableChangeDataFeed", "false")
                    .option("mergeSchema", "true")
                    .option("userMetadata", Ledger.note(settled))
                    .save(lake.path(table.bronze()).toString());
        }
        return settled;
    }

    /** A refused new edition leaves the old one in its place. */
    private static List<Delivery> refuse(List<Delivery> changes, Set<String> overlapping) {
        Set<String> refusedNames = changes.stream()
                .filter(change -> change.isLive() && overlapping.contains(change.content()))
                .map(Delivery::name)
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(change -> !(change.state() == Delivery.State.REPLACED && refusedNames.contains(change.name())))
                .map(change -> change.isLive() && refusedNames.contains(change.name())
                        ? change.refused("overlap: most of its " + change.records()
                                + " records are here already, as in the same extract again; deliver it under the old"
                                + " name to replace the old one, or deliver only what is new")
                        : change)
                .toList();
    }

    /** Contents whose records are in bronze already: known ones, or those of a run that was cut short. */
    private Set<String> presentContents(List<Delivery> changes) {
        if (!lake.exists(table.bronze())) {
            return Set.of();
        }
        Object[] contents = changes.stream().map(Delivery::content).distinct().toArray();
        return new HashSet<>(lake.stored(table.bronze())
                .select(col("_record.content"))
                .filter(col("content").isin(contents))
                .distinct()
                .as(Encoders.STRING())
                .collectAsList());
    }

    private Set<String> overlapping(Dataset<Row> records, List<Delivery> before, List<Delivery> changes) {
        Map<String, Long> sizes = new HashMap<>();
        changes.stream()
                .filter(change -> change.isLive() && !change.isCorrection())
                .forEach(change -> sizes.put(change.content(), change.records()));
        Set<String> live = merged(before, changes).values().stream()
                .filter(Delivery::isLive)
                .map(Delivery::content)
                .filter(content -> !sizes.containsKey(content))
                .collect(Collectors.toSet());
        Dataset<Row> here = lake.exists(table.bronze()) ? lake.stored(table.bronze()) : records.filter(lit(false));
        Map<String, Long> overlaps = Overlap.of(records, here, live);
        return sizes.keySet().stream()
                .filter(content -> overlaps.getOrDefault(content, 0L) * 2 > sizes.getOrDefault(content, 0L))
                .collect(Collectors.toSet());
    }

    static Map<String, Delivery> merged(List<Delivery> before, List<Delivery> changes) {
        Map<String, Delivery> merged = new TreeMap<>();
        before.forEach(delivery -> merged.put(delivery.id(), delivery));
        changes.forEach(delivery -> merged.put(delivery.id(), delivery));
        return merged;
    }
}
