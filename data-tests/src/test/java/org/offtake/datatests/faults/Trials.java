package org.offtake.datatests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.datatests.SharedSpark;

/** Copies of warehouses to try faults on: each with a folder and a database of its own. */
final class Trials implements AutoCloseable {
    private final Path folder;
    private final Databases databases = new Databases();
    private final WatchedDriver driver;
    private int count;

    Trials(Path folder) throws SQLException {
        this.folder = folder;
        this.driver = WatchedDriver.install();
        SharedSpark.session().sparkContext().setLogLevel("OFF"); // a stopped task says so at length
    }

    /** An empty warehouse. */
    TinyHouse fresh() throws IOException {
        return TinyHouse.in(next(), databases.fresh());
    }

    TinyHouse copy(TinyHouse house) {
        return house.copy(next(), databases.copy(house.database()));
    }

    void discard(TinyHouse house) {
        databases.drop(house.database());
    }

    /** After a crash. */
    void startServerAgain() {
        databases.startAgain();
    }

    private Path next() {
        return folder.resolve("house-" + ++count);
    }

    /** Runs to the end, and gives every effect. */
    Effects watched(TinyHouse house) {
        Effects effects = new Effects(house.folder(), Fault.none());
        driver.watch(effects, () -> house.run(effects));
        return effects;
    }

    /** Runs into the fault; gives how the run ended, which is empty where it went on to its end. */
    Optional<Throwable> run(TinyHouse house, Effects effects) {
        try {
            driver.watch(effects, () -> house.run(effects));
            return Optional.empty();
        } catch (Exception | Error ended) {
            if (!effects.begun()) {
                throw new IllegalStateException("the run failed before its fault", ended);
            }
            return Optional.of(ended);
        }
    }

    /** Files of the home that changed without an effect being told: there must be none, or the enumeration is a lie. */
    static List<String> writtenUnseen(TinyHouse before, TinyHouse after, Effects effects) {
        Set<String> told = effects.happened().stream()
                .map(effect -> effect.what().substring(effect.what().indexOf(' ') + 1))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(after.home())) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !Files.exists(before.folder().resolve(after.folder().relativize(file))))
                    .map(file -> Effects.undrawn(after.folder().relativize(file).toString()))
                    .filter(file -> !told.contains(file))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        SharedSpark.session().sparkContext().setLogLevel("WARN");
        driver.close();
        databases.close();
    }
}
