package org.offtake.etl.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;
import org.offtake.models.TableName;

/**
 * Whether rows that go are marked instead of their files being written anew.
 *
 * <p>Marking costs every later query a look at the marks, and saves rewriting large files: so only tables that have
 * large files are marked.
 */
record DeletionVectors(Lake lake, TableName table) {
    private static final long LARGE = 32L << 20;

    private static final String PROPERTY = "delta.enableDeletionVectors";

    /** Turns marking on, in a commit of its own, once a table has a large file. */
    void useWhenLarge() {
        Path path = lake.path(table);
        if (!hasLargeFile(path) || isOn(path)) {
            return;
        }
        lake.spark().sql("alter table delta.`" + path + "` set tblproperties ('" + PROPERTY + "' = 'true')");
    }

    private boolean isOn(Path path) {
        return DeltaLog.forTable(lake.spark(), path.toString())
                .unsafeVolatileSnapshot()
                .metadata()
                .configuration()
                .get(PROPERTY)
                .contains("true");
    }

    private static boolean hasLargeFile(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.anyMatch(file -> file.toFile().length() > LARGE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the files of " + path + " cannot be listed", unreadable);
        }
    }
}
