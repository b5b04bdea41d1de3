package org.offtake.etl.land;

import static org.apache.spark.sql.functions.col;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.files.FileInspection;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.RefusedFile;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.models.SourceTable;

/** Lands the files of one source table: inspects what is new, keeps its records as received, and says what it did. */
public final class Landing {
    private final Configuration configuration;
    private final SourceTable table;
    private final Supplier<Lake> lakeSupplier;
    private final Supplier<Deliveries.Registered> registered;
    private final Clock clock;
    private final Sidecar seen;

    /** The lake is opened, and its register of deliveries read, only when there is something to land. */
    public Landing(
            Configuration configuration,
            SourceTable table,
            Supplier<Lake> lake,
            Supplier<Deliveries.Registered> registered,
            Clock clock) {
        this.configuration = configuration;
        this.table = table;
        this.lakeSupplier = lake;
        this.registered = registered;
        this.clock = clock;
        this.seen = Sidecar.of(configuration.state(), "land_" + table.system() + "_" + table.name());
    }

    /** Appends the records of new or changed files; {@link Landed#register} makes them count. */
    public Landed land() {
        Configuration.Source source = configuration.source(table.system());
        List<DropFolder.Arrived> files =
                new DropFolder(source.folder(), table, source.company().zone()).list();
        Map<String, String> known = knownPrints();
        List<DropFolder.Arrived> unknown = files.stream()
                .filter(file -> !file.print().equals(withoutState(known.get(file.name()))))
                .toList();
        if (unknown.isEmpty()) {
            return Landed.nothing(table, refusedAmong(files, known));
        }
        Lake lake = lakeSupplier.get();
        List<Delivery> before = registered.get().of(table);
        List<Delivery> changes = new Register(before, table, clock).take(inspect(unknown));
        List<Delivery> settled = append(lake, unknown, before, changes);
        Map<String, String> prints = prints(files, merged(before, settled));
        return Landed.of(table, settled, files.size(), () -> seen.write(prints));
    }

    private List<Register.Inspected> inspect(List<DropFolder.Arrived> files) {
        return files.parallelStream()
                .map(file -> new Register.Inspected(file, inspect(file)))
                .filter(inspected -> !isOfOtherTables(inspected))
                .toList();
    }

    private FileInspection inspect(DropFolder.Arrived file) {
        return CorrectionSheet.isName(file.name())
                ? ReceivedFiles.inspect(file.path(), CorrectionSheet.dialect(table), CorrectionSheet.expected(table))
                : ReceivedFiles.inspect(file.path(), table.dialect(), new BronzeRows(table).expected());
    }

    /** A workbook with corrections holds sheets of some tables only. */
    private static boolean isOfOtherTables(Register.Inspected inspected) {
        return CorrectionSheet.isName(inspected.file().name())
                && inspected.found() instanceof FileInspection.Refused refused
                && refused.code().equals(RefusedFile.MISSING_SHEET);
    }

    /** Appends the records of contents that are new, in one commit, unless they overlap what is here. */
    private List<Delivery> append(
            Lake lake, List<DropFolder.Arrived> files, List<Delivery> before, List<Delivery> changes) {
        Set<String> here = presentContents(lake, changes);
        Map<String, BronzeRows.NewFile> fresh = new TreeMap<>();
        Map<String, DropFolder.Arrived> byName =
                files.stream().collect(Collectors.toMap(DropFolder.Arrived::name, file -> file));
        for (Delivery change : changes) {
            DropFolder.Arrived file = byName.get(change.name());
            if (change.isLive() && !here.contains(change.content()) && file != null) {
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
                ? overlapping(lake, records.filter(col(BronzeRows.CORRECTS).isNull()), before, changes)
                : Set.of();
        List<Delivery> settled = refuse(changes, overlapping);
        Dataset<Row> kept = records.filter(
                org.apache.spark.sql.functions.not(col("_record.content").isin(overlapping.toArray())));
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
    private Set<String> presentContents(Lake lake, List<Delivery> changes) {
        if (!lake.exists(table.bronze())) {
            return Set.of();
        }
        Object[] contents = changes.stream().map(Delivery::content).distinct().toArray();
        return new HashSet<>(lake.stored(table.bronze())
                .select(col("_record.content"))
                .filter(col("content").isin(contents))
                .distinct()
                .as(org.apache.spark.sql.Encoders.STRING())
                .collectAsList());
    }

    private Set<String> overlapping(Lake lake, Dataset<Row> records, List<Delivery> before, List<Delivery> changes) {
        Map<String, Long> sizes = new HashMap<>();
        changes.stream()
                .filter(change -> change.isLive() && !change.isCorrection())
                .forEach(change -> sizes.put(change.content(), change.records()));
        Set<String> live = merged(before, changes).values().stream()
                .filter(Delivery::isLive)
                .map(Delivery::content)
                .filter(content -> !sizes.containsKey(content))
                .collect(Collectors.toSet());
        Dataset<Row> here = lake.exists(table.bronze())
                ? lake.stored(table.bronze())
                : records.filter(org.apache.spark.sql.functions.lit(false));
        Map<String, Long> overlaps = Overlap.of(records, here, live);
        return sizes.keySet().stream()
                .filter(content -> overlaps.getOrDefault(content, 0L) * 2 > sizes.getOrDefault(content, 0L))
                .collect(Collectors.toSet());
    }

    private static Map<String, Delivery> merged(List<Delivery> before, List<Delivery> changes) {
        Map<String, Delivery> merged = new TreeMap<>();
        before.forEach(delivery -> merged.put(delivery.id(), delivery));
        changes.forEach(delivery -> merged.put(delivery.id(), delivery));
        return merged;
    }

    private Map<String, String> knownPrints() {
        OptionalLong version = Lake.version(configuration.lake(), Deliveries.TABLE);
        return version.isEmpty() ? Map.of() : seen.read();
    }

    private static String withoutState(@org.jspecify.annotations.Nullable String print) {
        return Optional.ofNullable(print)
                .map(text -> text.substring(0, text.lastIndexOf(' ')))
                .orElse("");
    }

    private static long refusedAmong(List<DropFolder.Arrived> files, Map<String, String> known) {
        return files.stream()
                .filter(file -> known.getOrDefault(file.name(), "").endsWith(" REFUSED"))
                .count();
    }

    private static Map<String, String> prints(List<DropFolder.Arrived> files, Map<String, Delivery> deliveries) {
        Map<String, String> states = new HashMap<>();
        deliveries.values().stream()
                .sorted(java.util.Comparator.comparingInt(Delivery::edition))
                .forEach(
                        delivery -> states.put(delivery.name(), delivery.state().name()));
        Map<String, String> prints = new TreeMap<>();
        files.forEach(file -> prints.put(file.name(), file.print() + " " + states.getOrDefault(file.name(), "LIVE")));
        return prints;
    }
}
