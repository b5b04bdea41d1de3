package org.offtake.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The runs in {@code app.run}: writes stand at once, each in its own transaction; reads see the caller's snapshot. */
public final class Runs {
    private Runs() {}

    /**
     * Opens a run. Runs still open are closed as failed: the caller holds the lock of its verb, so whoever opened them
     * was killed.
     */
    public static long start(Database database, LocalDate businessDate) {
        String sql = """
            with killed as (
                update app.run
                set status = 'failed',
                    finished_at = clock_timestamp(),
                    message = 'The run was ended from outside before it was done; the next run finishes its work'
                where status = 'running'
            )
            insert into app.run (business_date) values (?) returning run_id
            """;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, businessDate);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot record the start of a run in " + database, failure);
        }
    }

    /** Records why a run failed; what was published before stays published. */
    public static void fail(Database database, long runId, String message) {
        finish(database, runId, RunStatus.FAILED, message);
    }

    /** Records that a run found nothing to publish. */
    public static void nothingNew(Database database, long runId) {
        finish(database, runId, RunStatus.NOTHING_NEW, "No input changed since the published run");
    }

    /** Whether this database keeps runs yet: the first publication makes their table. */
    public static boolean areKept(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('app.run') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The run that was started last, however it stands. */
    public static Optional<Run> latest(Connection connection) {
        return read(connection, "order by run_id desc limit 1", 0);
    }

    /** The run whose rows readers see. */
    public static Optional<Run> published(Connection connection) {
        return read(connection, "where status = 'published' order by run_id desc limit 1", 0);
    }

    /** The run that was published before this one. */
    public static Optional<Run> publishedBefore(Connection connection, long runId) {
        return read(connection, "where status = 'published' and run_id < ? order by run_id desc limit 1", runId);
    }

    /** The first run after this one that has ended, if it published or failed. */
    public static Optional<Run> endedAfter(Connection connection, long runId) {
        return read(
                connection, "where status in ('published', 'failed') and run_id > ? order by run_id limit 1", runId);
    }

    /** What failed since the last run that ended well; it stays told while the next run is under way. */
    public static Optional<Failure> failure(Connection connection) {
        String sql = """
            select max(run_id), min(finished_at), count(*)
            from app.run
            where status = 'failed'
              and run_id > (select coalesce(max(run_id), 0) from app.run where status in ('published', 'nothing_new'))
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            OffsetDateTime since = row.getObject(2, OffsetDateTime.class);
            if (since == null) {
                return Optional.empty();
            }
            long runs = row.getLong(3);
            return find(connection, row.getLong(1)).map(last -> new Failure(last, since.toInstant(), runs));
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read app.run", failure);
        }
    }

    /** The run of this number. */
    public static Optional<Run> find(Connection connection, long runId) {
        return read(connection, "where run_id = ?", runId);
    }

    private static void finish(Database database, long runId, RunStatus status, String message) {
        String sql = "update app.run set status = ?, message = ?, finished_at = clock_timestamp()"
                + " where run_id = ? and status = 'running'";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, status.written());
            statement.setString(2, message.replace('\0', ' '));
            statement.setLong(3, runId);
            if (statement.executeUpdate() != 1) {
                throw notRunning(runId);
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot record the end of run " + runId + " in " + database, failure);
        }
    }

    static ServingException notRunning(long runId) {
        return ServingException.mistake("Run " + runId + " is not running. Start a new run");
    }

    private static Optional<Run> read(Connection connection, String which, long runId) {
        String sql = "select run_id, started_at, finished_at, business_date, status, message from app.run " + which;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (which.contains("?")) {
                statement.setLong(1, runId);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(run(connection, row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read app.run", failure);
        }
    }

    private static Run run(Connection connection, ResultSet row) throws SQLException {
        long runId = row.getLong("run_id");
        return new Run(
                runId,
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row),
                row.getObject("business_date", LocalDate.class),
                RunStatus.of(row.getString("status")),
                Optional.ofNullable(row.getString("message")),
                manifest(connection, runId));
    }

    private static Optional<Instant> instant(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static Map<String, TableVersion> manifest(Connection connection, long runId) throws SQLException {
        String sql = """
            select entry.key, (entry.value ->> 'version')::bigint, entry.value ->> 'id'
            from app.run, jsonb_each(run.manifest) as entry
            where run_id = ?
            """;
        Map<String, TableVersion> manifest = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, runId);
            try (ResultSet entry = statement.executeQuery()) {
                while (entry.next()) {
                    manifest.put(entry.getString(1), new TableVersion(entry.getLong(2), entry.getString(3)));
                }
            }
        }
        return manifest;
    }
}
