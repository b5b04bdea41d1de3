package org.offtake.etl.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.conform.Trial;
import org.offtake.etl.extract.Extraction;
import org.offtake.etl.extract.Position;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Deliveries;
import org.offtake.models.Entity;
import org.offtake.models.Extract;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/**
 * Compares the keys that a source's database has with those that were taken from it. Only tables that are read by a watermark can
 * differ: a row may be written below it after it was passed, and a row that is deleted is never read again.
 */
public record SourceKeys(Configuration configuration, Library library, Lake lake, Clock clock) {
    private static final int NAMED = 3;

    /**
     * One entity of one source table.
     *
     * @param keys that the source has, of rows that readings have passed for good
     * @param missing of those, how many are not here
     * @param gone keys that are here and no longer at the source
     * @param someMissing a few of those that are missing
     * @param someGone a few of those that are gone
     */
    public record Compared(
            SourceTable table,
            String entity,
            long keys,
            long missing,
            long gone,
            List<String> someMissing,
            List<String> someGone) {
        /** Whether nothing was passed over; what is gone at the source is not noticed by a watermark, and no fault of a reading. */
        public boolean isWhole() {
            return missing == 0;
        }

        /** What differs, a line each for people. */
        public List<String> told() {
            String mark = table.extract().flatMap(Extract::watermark).orElse("");
            List<String> lines = new ArrayList<>();
            if (missing > 0) {
                lines.add(table.qualifiedName() + ": " + missing + " of " + keys + " " + entity
                        + " were never read, such as " + String.join(", ", someMissing) + ": their " + mark
                        + " was below what had been read; let it grow at the source, and widen 'overlap' in "
                        + table.file().getFileName());
            }
            if (gone > 0) {
                lines.add(table.qualifiedName() + ": " + gone + " " + entity
                        + " are here and no longer at the source, such as " + String.join(", ", someGone)
                        + ": a table with a watermark does not notice that rows are deleted");
            }
            return lines;
        }
    }

    /** Every table that is read by a watermark and was read before. */
    public List<Compared> all() {
        Deliveries.Registered registered = new Deliveries(lake).newest();
        List<Compared> all = new ArrayList<>();
        for (SourceTable table : library.sources()) {
            Optional<Extract> extract =
                    table.extract().filter(it -> it.watermark().isPresent());
            if (extract.isPresent() && configuration.sources().containsKey(table.system())) {
                registered
                        .position(table)
                        .filter(last -> last.definition().equals(Extraction.definition(table, extract.get())))
                        .flatMap(Position::watermark)
                        .ifPresent(mark -> all.addAll(compared(table, extract.get(), mark)));
            }
        }
        return all;
    }

    private List<Compared> compared(SourceTable table, Extract extract, String mark) {
        Configuration.Source source = configuration.source(table.system());
        if (source.database().isEmpty()) {
            return List.of();
        }
        Extraction extraction = new Extraction(
                source.database().get(), table, extract, source.company().zone(), clock);
        Path passed = spool(table, "passed");
        Path there = spool(table, "there");
        try {
            Files.createDirectories(Objects.requireNonNull(passed.getParent()));
            extraction.readUpTo(mark, passed);
            extraction.read(Optional.empty(), there);
            return compared(table, keys(table, passed), keys(table, there));
        } catch (IOException full) {
            throw new UncheckedIOException("cannot keep the rows of " + table.qualifiedName() + " in " + passed, full);
        } finally {
            passed.toFile().delete();
            there.toFile().delete();
        }
    }

    private Path spool(SourceTable table, String which) {
        return configuration.home().resolve("scratch").resolve(table.bronze().name() + "_" + which + ".jsonl");
    }

    private List<Compared> compared(
            SourceTable table, Map<String, Dataset<Row>> passed, Map<String, Dataset<Row>> there) {
        return table.becomes().keySet().stream()
                .filter(entity -> lake.exists(library.entity(entity).table()))
                .map(entity -> compared(table, library.entity(entity), passed, there))
                .toList();
    }

    private Compared compared(
            SourceTable table, Entity entity, Map<String, Dataset<Row>> passed, Map<String, Dataset<Row>> there) {
        String name = entity.table().name();
        Dataset<Row> here =
                lake.stored(entity.table()).filter(col("source_system").equalTo(table.system()));
        Dataset<Row> missing = Objects.requireNonNull(passed.get(name)).except(here.select(key(entity)));
        Dataset<Row> gone = here.filter(col("_source_table").equalTo(table.name()))
                .select(key(entity))
                .except(Objects.requireNonNull(there.get(name)));
        return new Compared(
                table,
                name,
                Objects.requireNonNull(passed.get(name)).count(),
                missing.count(),
                gone.count(),
                some(missing),
                some(gone));
    }

    private static List<String> some(Dataset<Row> keys) {
        return keys.takeAsList(NAMED).stream()
                .map(row -> String.valueOf(row.get(row.length() - 1)))
                .sorted()
                .toList();
    }

    /** The keys by entity of what was read into a file, as long as it is there. */
    private Map<String, Dataset<Row>> keys(SourceTable table, Path file) {
        Map<String, Dataset<Row>> keys = new TreeMap<>();
        new Trial(configuration, library, table, lake.spark())
                .of(file)
                .rows()
                .forEach((entity, rows) -> keys.put(
                        entity, rows.select(key(library.entity(entity))).distinct()));
        return keys;
    }

    private static Column[] key(Entity entity) {
        return Stream.concat(Entity.ENVELOPE.stream(), Stream.of(entity.key()))
                .map(name -> col(name))
                .toArray(Column[]::new);
    }
}
