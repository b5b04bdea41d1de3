package org.offtake.etl.land;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.extract.Extracted;
import org.offtake.etl.extract.Extraction;
import org.offtake.etl.extract.Position;
import org.offtake.etl.files.FileInspection;
import org.offtake.etl.files.RefusedFile;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.models.ContractException;
import org.offtake.models.Extract;
import org.offtake.models.SourceTable;
import org.offtake.serving.Database;

/**
 * Lands one table of a source's database: what one reading finds is one delivery.
 *
 * <p>It is named by the watermarks that it lies between, so that the same part read again is a new edition of it;
 * everything that is there, read at once, takes the place of all that was read before. Where the last reading ended
 * stands in the register of deliveries; the sidecar only saves opening it.
 */
record TableLanding(
        Configuration configuration,
        SourceTable table,
        Extract extract,
        Supplier<Deliveries.Registered> registered,
        Supplier<Lake> lake,
        Clock clock,
        Sidecar seen) {
    private static final String REFUSED = "refused";
    private static final String START = "start";

    Landed land() {
        Path spool =
                configuration.home().resolve("scratch").resolve(table.bronze().name() + ".jsonl");
        try {
            Files.createDirectories(Objects.requireNonNull(spool.getParent()));
            try {
                return land(spool);
            } finally {
                Files.deleteIfExists(spool);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("cannot keep the rows of " + table.bronze() + " in " + spool, full);
        }
    }

    private Landed land(Path spool) throws IOException {
        Map<String, String> remembered = isRegisterThere() ? seen.read() : Map.of();
        Optional<Position> last =
                Position.of(remembered).or(this::lastInRegister).filter(this::isOfThisDefinition);
        Extracted found = new Extraction(
                        database(),
                        table,
                        extract,
                        configuration.source(table.system()).company().zone(),
                        clock)
                .read(last.flatMap(Position::watermark), spool);
        if (last.filter(position -> position.window().equals(found.print())).isPresent()) {
            return unchanged(last.get(), remembered.containsKey(REFUSED));
        }
        if (found.rows() == 0 && (!found.fromStart() || !everHadRows())) {
            return unchanged(last.orElse(found.position()), false);
        }
        return found.rows() == 0 && !extract.mayBeEmpty() ? refused(found, spool) : taken(last, found, spool);
    }

    private boolean isRegisterThere() {
        return Lake.version(configuration.lake(), Deliveries.TABLE).isPresent();
    }

    private boolean isOfThisDefinition(Position position) {
        return position.definition().equals(Extraction.definition(table, extract));
    }

    private List<Delivery> before() {
        return isRegisterThere() ? registered.get().of(table) : List.of();
    }

    private Optional<Position> lastInRegister() {
        return isRegisterThere() ? registered.get().position(table) : Optional.empty();
    }

    private boolean everHadRows() {
        return before().stream().anyMatch(delivery -> delivery.isLive() && delivery.records() > 0);
    }

    /** Nothing is delivered; an emptiness that was refused stays so until there are rows. */
    private Landed unchanged(Position position, boolean refused) {
        return new Landed(table, List.of(), List.of(), refused ? 1 : 0, () -> remember(position, refused));
    }

    private Landed refused(Extracted found, Path spool) throws IOException {
        String reason = extract.what() + " had rows and has none now; what was read before stays. If that is right, say"
                + " 'may_be_empty: true' in " + table.file().getFileName();
        List<Delivery> settled = new Register(before(), table, clock)
                .take(List.of(new Register.Inspected(
                        arrived(name(Optional.empty(), found), spool),
                        new FileInspection.Refused(RefusedFile.EMPTY_TABLE, reason))));
        return Landed.of(table, settled, () -> remember(found.position(), true));
    }

    private Landed taken(Optional<Position> last, Extracted found, Path spool) throws IOException {
        String definition = found.position().definition();
        FileInspection accepted = new FileInspection.Accepted(
                DigestUtils.sha256Hex(definition + "\n" + found.print()),
                Files.size(spool),
                found.columns(),
                found.rows(),
                found.warnings());
        DropFolder.Arrived arrived = arrived(name(last, found), spool);
        List<Delivery> before = before();
        List<Delivery> changes = new ArrayList<>();
        new Register(before, table, clock)
                .take(List.of(new Register.Inspected(arrived, accepted)))
                .forEach(change -> changes.add(
                        change.isLive() ? change.readUpTo(found.position().text()) : change));
        if (found.fromStart() && !changes.isEmpty()) {
            changes.addAll(othersReplaced(before, changes));
        }
        List<Delivery> settled = new Appending(lake.get(), table).settle(List.of(arrived), before, changes);
        return Landed.of(table, settled, () -> remember(found.position(), false));
    }

    private static List<Delivery> othersReplaced(List<Delivery> before, List<Delivery> changes) {
        Set<String> changed = new HashSet<>();
        changes.forEach(change -> changed.add(change.id()));
        return before.stream()
                .filter(delivery -> delivery.isLive() && !changed.contains(delivery.id()))
                .map(Delivery::replaced)
                .toList();
    }

    private String name(Optional<Position> last, Extracted found) {
        if (extract.watermark().isEmpty()) {
            return table.name();
        }
        String from =
                found.fromStart() ? START : last.flatMap(Position::watermark).orElse(START);
        return table.name() + "@" + from + ".." + found.position().watermark().orElse(START);
    }

    /** What was read is dated by when it was read, for rows that do not date themselves. */
    private DropFolder.Arrived arrived(String name, Path spool) throws IOException {
        Instant now = clock.instant();
        return new DropFolder.Arrived(name, spool, Files.size(spool), now.toEpochMilli(), Optional.of(now));
    }

    private Database database() {
        return configuration
                .source(table.system())
                .database()
                .orElseThrow(() -> new ContractException(
                        configuration.file(),
                        "source '" + table.system() + "' has tables that come from its database, such as "
                                + table.name() + "; give its 'url', 'user' and 'password'"));
    }

    private void remember(Position position, boolean refused) {
        Map<String, String> values = new TreeMap<>(position.values());
        if (refused) {
            values.put(REFUSED, "true");
        }
        seen.write(values);
    }
}
