package org.offtake.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.build.Building;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Model;

/**
 * One gold table built in full from the same inputs: by the engine, and by plain Spark into a plain Delta table.
 *
 * @param inputs the lake that is read; nothing is written to it
 * @param folder where the tables are written
 */
record Rebuild(BenchHouse inputs, Model model, Path folder, LocalDate businessDate) {

    /** Seconds of the engine: rules, candidates, what was consumed, and the write. */
    double byEngine() {
        Path root = fresh("engine");
        link(root);
        Lake lake = new Lake(inputs.lake().spark(), root);
        Stopwatch watch = Stopwatch.start();
        new Building(model, inputs.library(), root, folder.resolve("state-of-" + root.getFileName()), businessDate)
                .build(lake);
        return watch.seconds();
    }

    /** Seconds of plain Spark: the SELECT, written. */
    double byPlainSpark() {
        Path target = fresh("plain");
        Inputs pinned = Inputs.pin(inputs.lake(), inputs.library(), model.reads());
        Stopwatch watch = Stopwatch.start();
        Dataset<Row> rows = new SqlText(model.file().toString(), model.sql())
                .over(inputs.lake().spark(), "plain", pinned::read, Map.of());
        rows.write().format("delta").save(target.toString());
        return watch.seconds();
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
        Path original = inputs.lake().root();
        try {
            Files.createDirectories(root.resolve("gold"));
            Files.createSymbolicLink(root.resolve("silver"), original.resolve("silver"));
            try (var tables = Files.list(original.resolve("gold"))) {
                for (Path table : (Iterable<Path>) tables::iterator) {
                    if (!table.endsWith(model.table().name())) {
                        Files.createSymbolicLink(root.resolve("gold").resolve(table.getFileName()), table);
                    }
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the lake cannot be linked to " + root, unwritable);
        }
    }
}
