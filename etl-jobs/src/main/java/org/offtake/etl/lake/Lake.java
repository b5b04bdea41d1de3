package org.offtake.etl.lake;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.models.TableName;

/** The Delta tables of one warehouse. */
public record Lake(SparkSession spark, Path root, PinnedTables pinned) {
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");

    /** What became of a received record; only accepted ones are seen by models. */
    public static final String OUTCOME = "_outcome";

    public static final String ACCEPTED = "accepted";

    /** Columns by which silver settles statements; models see only what was settled, and where it came from. */
    private static final String[] SETTLING = {
        OUTCOME, "_place_at", "_live", "_hash", "_keyless", "_source_table", "_snapshot", "_natural_key", "_scope"
    };

    public Lake(SparkSession spark, Path root) {
        this(spark, root, new PinnedTables());
    }

    /** The session, made the calling thread's own: settings such as java.time values are looked up by thread. */
    @Override
    public SparkSession spark() {
        SparkSession.setActiveSession(spark);
        return spark;
    }

    public Path path(TableName table) {
        return path(root, table);
    }

    /** The folder of a table, whether there is one or not. */
    public static Path path(Path root, TableName table) {
        return root.resolve(table.layer().sqlName()).resolve(table.name());
    }

    /** The newest version of a table, read from the names in its log; empty when there is no such table. */
    public OptionalLong version(TableName table) {
        return version(root, table);
    }

    /** The same without a session, for finding out that nothing is to be done. */
    public static OptionalLong version(Path root, TableName table) {
        Path log = path(root, table).resolve("_delta_log");
        if (!Files.isDirectory(log)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> files = Files.list(log)) {
            return files.map(file -> COMMIT.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(commit -> Long.parseLong(commit.group(1)))
                    .max();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the log of " + table + " cannot be read", unreadable);
        }
    }

    public boolean exists(TableName table) {
        return version(table).isPresent();
    }

    /** The whole table at a version, bookkeeping included. */
    public Dataset<Row> stored(TableName table, long version) {
        return pinned.read(spark(), path(table), version);
    }

    public Dataset<Row> stored(TableName table) {
        return stored(
                table, version(table).orElseThrow(() -> new IllegalStateException(table + " does not exist yet")));
    }

    /** The rows a model sees at a version: accepted ones, with the record they came from as {@code _record}. */
    public Dataset<Row> read(TableName table, long version) {
        return seen(stored(table, version));
    }

    /** The before- and after-images of the rows that changed after one version, up to and with another. */
    public Dataset<Row> changes(TableName table, long after, long upTo) {
        return seen(feed(table, after, upTo)).drop(NetChange.OF_FEED);
    }

    /** The same with what Delta says of each. */
    Dataset<Row> feed(TableName table, long after, long upTo) {
        return spark().read()
                .format("delta")
                .option("readChangeFeed", "true")
                .option("startingVersion", after + 1)
                .option("endingVersion", upTo)
                .load(path(table).toString());
    }

    /** Whether {@link #changes} can be asked for; when it cannot, the whole table is the only thing to go by. */
    public boolean tellsChanges(TableName table, long after, long upTo) {
        return new ChangeFeed(path(table)).isReadable(after, upTo);
    }

    /**
     * What tells a table from another one that was made in its place; empty when there is none, or its log no longer
     * says.
     */
    public static String id(Path root, TableName table) {
        return new CommitInfo(path(root, table), 0).tableId();
    }

    private static Dataset<Row> seen(Dataset<Row> rows) {
        boolean settled = Arrays.asList(rows.columns()).contains(OUTCOME);
        Dataset<Row> accepted = settled ? rows.filter(col(OUTCOME).equalTo(ACCEPTED)) : rows;
        return accepted.drop(SETTLING);
    }
}
