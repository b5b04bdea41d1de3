package org.offtake.etl.maintain;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableFiles;
import org.offtake.models.Layer;
import org.offtake.models.TableName;
import scala.Console;

/**
 * Joins the small files of tables (OPTIMIZE), which changes no row and tells no change, and deletes files that left a table long
 * ago (VACUUM), but none that the published version of a table still has.
 *
 * @param published the version of each table that the readers' figures were worked out of
 * @param keep how long a file stays after it has left its table, at least
 */
public record Maintenance(Lake lake, Map<TableName, Long> published, Duration keep, Clock clock) {
    /** A table with fewer small files than this is read as fast as one without. */
    private static final int MANY_SMALL = 32;

    /** A file of this many bytes is not small. */
    private static final long SMALL = 4L << 20;

    /** Clocks of machines that write one lake differ, but not by more. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /**
     * That the hours we say count, for Delta keeps a week else; that it leaves no version behind, for nothing changed; and few
     * tasks that list files, where it takes ten thousand.
     */
    private static final Map<String, String> VACUUM = Map.of(
            "spark.databricks.delta.vacuum.retentionWindowIgnore.enabled", "false",
            "spark.databricks.delta.vacuum.logging.enabled", "false",
            "spark.sql.sources.parallelPartitionDiscovery.parallelism", "8");

    /**
     * What became of one table.
     *
     * @param joined how many small files became fewer; 0 when there were too few to bother
     * @param deleted how many files were deleted
     * @param freedBytes what they took
     */
    public record Result(TableName table, int joined, long deleted, long freedBytes) {
        /** One line for people; empty when nothing was done. */
        public Optional<String> told() {
            if (joined == 0 && deleted == 0) {
                return Optional.empty();
            }
            return Optional.of(table + ": " + (joined == 0 ? "" : joined + " small files joined, ") + deleted
                    + " old files deleted (" + freedBytes / 1024 + " KiB)");
        }
    }

    /** The tables of all layers, by their folders. */
    public List<TableName> tables() {
        return Stream.of(Layer.values())
                .flatMap(layer -> tables(layer).stream())
                .sorted()
                .toList();
    }

    public Result keepInShape(TableName table) {
        int small = TableFiles.current(lake, table) < MANY_SMALL ? 0 : TableFiles.smallerThan(lake, table, SMALL);
        boolean many = small >= MANY_SMALL;
        if (many) {
            DeltaTable.forPath(lake.spark(), lake.path(table).toString())
                    .optimize()
                    .executeCompaction();
        }
        TableFiles.Stored before = TableFiles.stored(lake, table);
        if (before.files() == TableFiles.current(lake, table)) {
            return new Result(table, 0, 0, 0); // nothing has left it
        }
        VACUUM.forEach(lake.spark().conf()::set);
        String vacuum = "vacuum delta.`" + lake.path(table) + "` retain " + hoursToKeep(table) + " hours";
        Console.withOut(OutputStream.nullOutputStream(), () -> lake.spark().sql(vacuum)); // it prints what it did
        VACUUM.keySet().forEach(lake.spark().conf()::unset);
        TableFiles.Stored after = TableFiles.stored(lake, table);
        return new Result(table, many ? small : 0, before.files() - after.files(), before.bytes() - after.bytes());
    }

    /** Long enough for the published version: what has left the table since then stays. */
    private long hoursToKeep(TableName table) {
        Duration least = Optional.ofNullable(published.get(table))
                .flatMap(version -> committed(table, version))
                .map(instant -> Duration.between(instant, clock.instant()).plus(MARGIN))
                .orElse(Duration.ZERO);
        Duration kept = least.compareTo(keep) > 0 ? least : keep;
        return kept.toHours() + (kept.toMinutesPart() > 0 ? 1 : 0);
    }

    private Optional<Instant> committed(TableName table, long version) {
        OptionalLong newest = lake.version(table);
        if (newest.isEmpty() || newest.getAsLong() == version) {
            return Optional.empty(); // nothing has left it since
        }
        return TableFiles.committed(lake, table, version);
    }

    private List<TableName> tables(Layer layer) {
        Path folder = lake.root().resolve(layer.sqlName());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(it -> Files.isDirectory(it.resolve("_delta_log")))
                    .map(it -> new TableName(layer, String.valueOf(it.getFileName())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the tables of " + layer.sqlName() + " cannot be listed", unreadable);
        }
    }
}
