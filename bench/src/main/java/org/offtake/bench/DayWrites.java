package org.offtake.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Model;

/** A day written once more into copies of the table as it was before: as the engine does, and by MERGE. */
final class DayWrites {
    private static final TableWriter.Limits MERGE = new TableWriter.Limits(0, 0);

    private final BenchHouse house;
    private final Model model;
    private final Path folder;

    private DayWrites(BenchHouse house, Model model, Path folder) {
        this.house = house;
        this.model = model;
        this.folder = folder;
    }

    /** Keeps the table as it is now, before the day is loaded. */
    static DayWrites before(BenchHouse house, Model model, Path folder) {
        DayWrites writes = new DayWrites(house, model, folder);
        Path table = house.lake().path(model.table());
        for (String copy : List.of("usual", "merge")) {
            writes.copy(table, writes.lake(copy).path(model.table()));
        }
        return writes;
    }

    /** Seconds of the units' rows worked out and written, as the engine does. */
    double asUsual(List<String> units, LocalDate businessDate) {
        return seconds(new TableWriter(lake("usual"), model.table(), model.by()), units, businessDate);
    }

    /** The same by MERGE. */
    double byMerge(List<String> units, LocalDate businessDate) {
        return seconds(new TableWriter(lake("merge"), model.table(), model.by(), MERGE), units, businessDate);
    }

    private double seconds(TableWriter writer, List<String> units, LocalDate businessDate) {
        UnitSet changed = UnitSet.literals(
                        model.by(),
                        house.lake()
                                .spark()
                                .createDataset(units, Encoders.STRING())
                                .toDF(model.by().toArray(String[]::new)),
                        units.size())
                .orElseThrow();
        Inputs inputs = Inputs.pin(house.lake(), house.library(), model.reads());
        Stopwatch watch = Stopwatch.start();
        writer.replaceUnits(new Candidates(model, inputs, businessDate).of(Optional.of(changed)), changed);
        return watch.seconds();
    }

    private Lake lake(String copy) {
        return new Lake(house.lake().spark(), folder.resolve(copy));
    }

    private void copy(Path from, Path to) {
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
