package org.offtake.etl.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;
import org.offtake.models.TableName;

/** The files of a table: those that its newest version has, and all that lie in its folder. */
public final class TableFiles {
    private TableFiles() {}

    /** What lies in a table's folder, its log left out. */
    public record Stored(long files, long bytes) {}

    /** How many files of the newest version are smaller than so many bytes. */
    public static int smallerThan(Lake lake, TableName table, long bytes) {
        return (int) DeltaLog.forTable(lake.spark(), lake.path(table).toString())
                .update(false, scala.Option.empty(), scala.Option.empty())
                .allFiles()
                .filter("size < " + bytes)
                .count();
    }

    /** How many files the newest version has. */
    public static long current(Lake lake, TableName table) {
        return DeltaLog.forTable(lake.spark(), lake.path(table).toString())
                .update(false, scala.Option.empty(), scala.Option.empty())
                .numOfFiles();
    }

    public static Stored stored(Lake lake, TableName table) {
        Path folder = lake.path(table);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> data = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("_delta_log")))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .toList();
            long bytes = 0;
            for (Path file : data) {
                bytes += Files.size(file);
            }
            return new Stored(data.size(), bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the files of " + table + " cannot be listed", unreadable);
        }
    }

    /** When a version was committed; empty when its commit is no longer there. */
    public static Optional<Instant> committed(Lake lake, TableName table, long version) {
        Path commit = lake.path(table).resolve("_delta_log").resolve(String.format(Locale.ROOT, "%020d.json", version));
        try {
            return Files.exists(commit)
                    ? Optional.of(Files.getLastModifiedTime(commit).toInstant())
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("commit " + version + " of " + table + " cannot be read", unreadable);
        }
    }
}
