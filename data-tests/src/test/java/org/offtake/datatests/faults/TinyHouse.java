package org.offtake.datatests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.offtake.datatests.Checkout;
import org.offtake.datatests.FirstColumn;
import org.offtake.datatests.SharedSpark;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.ledger.Balance;
import org.offtake.etl.run.Pipeline;
import org.offtake.etl.run.Progress;
import org.offtake.etl.run.WholeRun;
import org.offtake.models.Library;
import org.offtake.serving.Database;

/**
 * A complete warehouse of a few rows: three source tables, a history, a merged and a replaced table, marts of today and of a day.
 *
 * @param folder holds the configuration, the drop folder and the home
 */
record TinyHouse(Path folder, Database database) {
    /** The folder that stands in the place of the checkout. */
    static final Path INSTALLED = Checkout.root().resolve("data-tests/src/test/resources/faults");

    static final Library LIBRARY = Library.read(List.of(INSTALLED.resolve("models")));
    static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-02T05:00:00Z"), ZoneOffset.UTC);

    /** Makes the folders and the configuration. */
    static TinyHouse in(Path folder, Database database) throws IOException {
        Files.createDirectories(folder.resolve("drop"));
        Files.writeString(folder.resolve("offtake.yml"), """
            company: {code: NL, zone: Europe/Amsterdam, currency: EUR}
            home: work
            sources:
              shop: {folder: drop}
            """);
        return new TinyHouse(folder, database);
    }

    /** A copy with a database of its own, as old as this one. */
    TinyHouse copy(Path to, Database other) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(folder.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return new TinyHouse(to, other);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void deliver(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve("drop").resolve(name), String.join("\n", lines) + "\n");
    }

    /** The first column of what its database answers. */
    List<String> ask(String sql) {
        return FirstColumn.of(database, sql);
    }

    /** Brings what another one was brought, of the same age. */
    void deliverAsTo(TinyHouse other) throws IOException {
        try (Stream<Path> files = Files.list(other.folder.resolve("drop"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        folder.resolve("drop").resolve(file.getFileName()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Deliveries whose records do not add up. */
    List<Row> unbalanced() {
        Lake lake = new Lake(SharedSpark.forFewRows(), home().resolve("lake"));
        return new Balance(lake, LIBRARY).unbalanced().collectAsList();
    }

    Path home() {
        return folder.resolve("work");
    }

    /** Land to publish, undisturbed and unwatched. */
    WholeRun.Result run() {
        return run(TODAY);
    }

    WholeRun.Result run(LocalDate date) {
        return run(folder, Optional.empty(), date);
    }

    /** Land to publish, with every effect told. */
    WholeRun.Result run(Effects effects) {
        return run(WatchedPaths.at(folder, effects), Optional.of(effects), TODAY);
    }

    /** Land to publish with more models than its own. */
    WholeRun.Result run(LocalDate date, Library library, Progress progress) {
        return run(folder, Optional.empty(), date, library, progress);
    }

    private WholeRun.Result run(Path from, Optional<Effects> effects, LocalDate date) {
        return run(from, effects, date, LIBRARY, Progress.silent());
    }

    private WholeRun.Result run(
            Path from, Optional<Effects> effects, LocalDate date, Library library, Progress progress) {
        Configuration configuration = Configuration.read(from.resolve("offtake.yml"), Map.of());
        SparkSession session = SharedSpark.forFewRows();
        effects.ifPresent(watching -> watching.watch(session));
        DeltaLog.clearCache();
        Lake lake = new Lake(session, configuration.lake());
        Pipeline pipeline = new Pipeline(configuration, library, () -> lake, this::register, date, CLOCK, progress);
        return new WholeRun(pipeline, () -> database, INSTALLED.resolve("models/migrations")).run();
    }

    /** The database, once something was published. */
    private Optional<Database> register() {
        return Files.exists(home().resolve("state/published.json")) ? Optional.of(database) : Optional.empty();
    }
}
