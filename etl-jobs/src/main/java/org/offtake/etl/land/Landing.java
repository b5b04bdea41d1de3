package org.offtake.etl.land;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.files.FileInspection;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.RefusedFile;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.models.ContractException;
import org.offtake.models.SourceTable;

/**
 * Lands one source table: inspects the files that are new, or reads what its database has, keeps the records as
 * received, and says what it did.
 */
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

    /** Appends the records of what is new or changed; {@link Landed#register} makes them count. */
    public Landed land() {
        if (table.extract().isPresent()) {
            return new TableLanding(configuration, table, table.extract().get(), registered, lakeSupplier, clock, seen)
                    .land();
        }
        List<DropFolder.Arrived> files = new DropFolder(
                        folder(),
                        table,
                        configuration.source(table.system()).company().zone())
                .list();
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
        List<Delivery> settled = new Appending(lake, table).settle(unknown, before, changes);
        Map<String, String> prints = prints(files, Appending.merged(before, settled));
        return Landed.of(table, settled, () -> seen.write(prints));
    }

    private Path folder() {
        return configuration
                .source(table.system())
                .folder()
                .orElseThrow(() -> new ContractException(
                        configuration.file(),
                        "source '" + table.system() + "' has tables that come as files, such as " + table.name()
                                + "; give its 'folder'"));
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
                .sorted(Comparator.comparingInt(Delivery::edition))
                .forEach(
                        delivery -> states.put(delivery.name(), delivery.state().name()));
        Map<String, String> prints = new TreeMap<>();
        files.forEach(file -> prints.put(file.name(), file.print() + " " + states.getOrDefault(file.name(), "LIVE")));
        return prints;
    }
}
