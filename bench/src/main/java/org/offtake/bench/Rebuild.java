package org.offtake.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.build.Building;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Model;

/**
 * One table built in full from the same inputs: by the engine, and by plain Spark into a plain Delta table. A table of the
 * mart is written to a lake like any other, and not to PostgreSQL.
 *
 * @param inputs the lake that is read; nothing is written to it
 * @param folder where the tables are written
 */
record Rebuild(BenchHouse inputs, Model model, Path folder, LocalDate businessDate) {
    /** A table that was built. */
    record Built(double seconds, Path table) {
        Built orFaster(Built other) {
            return seconds <= other.seconds() ? this : other;
        }
    }

    /** The engine: rules, candidates, what was consumed, and the write. */
    Built byEngine() {
        Path root = fresh("engine");
        link(root);
        Lake lake = new Lake(inputs.lake().spark(), root);
        Stopwatch watch = Stopwatch.start();
        new Building(model, inputs.library(), root, folder.resolve("state-of-" + root.getFileName()), businessDate)
                .build(lake);
        return new Built(watch.seconds(), lake.path(model.table()));
    }

    /** Plain Spark: the SELECT, written. */
    Built byPlainSpark() {
        Path target = fresh("plain");
        Inputs pinned = Inputs.pin(inputs.lake(), inputs.library(), model.reads());
        Map<String, Object> parameters = model.namesBusinessDate() ? Map.of("business_date", businessDate) : Map.of();
        Stopwatch watch = Stopwatch.start();
        Dataset<Row> rows = new SqlText(model.file().toString(), model.sql())
                .over(inputs.lake().spark(), "plain", pinned::read, parameters);
        rows.write().format("delta").save(target.toString());
        return new Built(watch.seconds(), target);
    }

    private Path fresh(String name) {
        int number = 1;
        while (Files.exists(folder.resolve(name + number))) {
            number++;
        }
        return folder.resolve(name + number);
    }

    /** A lake of the same tables, but for the one to be built. */
    private void link(Path root) {
        Path built = inputs.lake().path(model.table());
        Path layer = root.resolve(model.table().layer().sqlName());
        try {
            Files.createDirectories(layer);
            for (Path other : below(inputs.lake().root())) {
                if (!other.getFileName().equals(layer.getFileName())) {
                    Files.createSymbolicLink(root.resolve(other.getFileName()), other);
                    continue;
                }
                for (Path table : below(other)) {
                    if (!table.equals(built)) {
                        Files.createSymbolicLink(layer.resolve(table.getFileName()), table);
                    }
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the lake cannot be linked to " + root, unwritable);
        }
    }

    private static Iterable<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory).toList();
        }
    }
}
