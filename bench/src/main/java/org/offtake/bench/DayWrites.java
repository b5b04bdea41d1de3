package org.offtake.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Model;

/** A day written once more into copies of the table as it was before: as the engine does, and by MERGE. */
final class DayWrites {
    private static final TableWriter.Limits MERGE = new TableWriter.Limits(0, 0);
    private static final String AS_USUAL = "usual";
    private static final String BY_MERGE = "merge";

    private final BenchHouse house;
    private final Model model;
    private final Path folder;

    /** Keeps the table as it is before the day is loaded. */
    DayWrites(BenchHouse house, Model model, Path before, Path folder) {
        this.house = house;
        this.model = model;
        this.folder = folder;
        copy(before, lake(AS_USUAL).path(model.table()));
        copy(before, lake(BY_MERGE).path(model.table()));
    }

    /** What a write cost, and the table after it. */
    record Written(double seconds, Dataset<Row> rows) {}

    /** The units' rows worked out and written, as the engine does. */
    Written asUsual(Dataset<Row> units, LocalDate businessDate) {
        return write(AS_USUAL, TableWriter.Limits.USUAL, units, businessDate);
    }

    /** The same by MERGE. */
    Written byMerge(Dataset<Row> units, LocalDate businessDate) {
        return write(BY_MERGE, MERGE, units, businessDate);
    }

    private Written write(String copy, TableWriter.Limits limits, Dataset<Row> units, LocalDate businessDate) {
        Lake lake = lake(copy);
        TableWriter writer = new TableWriter(lake, model.table(), model.by(), limits);
        UnitSet changed = UnitSet.literals(model.by(), units, (int) units.count())
                .orElseThrow(() -> new IllegalStateException("too many units of " + model.table() + " changed"));
        Inputs inputs = Inputs.pin(house.lake(), house.library(), model.reads());
        Stopwatch watch = Stopwatch.start();
        writer.replaceUnits(new Candidates(model, inputs, businessDate).of(Optional.of(changed)), changed);
        return new Written(watch.seconds(), lake.stored(model.table()));
    }

    private Lake lake(String copy) {
        return new Lake(house.lake().spark(), folder.resolve(copy));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.copy(file, target);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(from + " cannot be copied to " + to, unwritable);
        }
    }
}
