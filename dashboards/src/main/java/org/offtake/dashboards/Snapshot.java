package org.offtake.dashboards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offtake.serving.Database;
import org.offtake.serving.Failure;
import org.offtake.serving.Run;
import org.offtake.serving.Runs;
import org.offtake.serving.ServingException;

/** One read-only REPEATABLE READ transaction: everything read through it belongs to the same run. */
final class Snapshot implements AutoCloseable {
    private static final String TIME_LIMIT = "30s";
    private static final int MOST_ROWS = 5000;
    private static final String NO_SUCH_TABLE = "42P01";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final Connection connection;
    private boolean settled;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /** The snapshot is taken by the first read. */
    static Snapshot open(Database reader) {
        Connection connection = reader.connect();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = '" + TIME_LIMIT + "'");
            }
            return new Snapshot(connection);
        } catch (SQLException failure) {
            throw closing(connection, ServingException.of("Cannot begin to read " + reader, failure));
        }
    }

    private static ServingException closing(Connection connection, ServingException failure) {
        try {
            connection.close();
        } catch (SQLException also) {
            failure.addSuppressed(also);
        }
        return failure;
    }

    Connection connection() {
        return connection;
    }

    /** The run whose rows stand in the mart; none before the first publication, or before any migration. */
    Optional<Run> published() throws SQLException {
        return isMigrated() ? Runs.published(connection) : Optional.empty();
    }

    /** What failed since the published run; none when nothing did, or before any migration. */
    Optional<Failure> failedSince() throws SQLException {
        return isMigrated() ? Runs.failure(connection) : Optional.empty();
    }

    private boolean isMigrated() throws SQLException {
        settled = settled || Runs.areKept(connection);
        return settled;
    }

    /** Runs one SELECT behind a savepoint. */
    Outcome rows(NamedSql sql, Filters filters) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setMaxRows(MOST_ROWS + 1);
            sql.bind(statement, filters);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = Rows.read(result);
                return rows.values().size() <= MOST_ROWS
                        ? rows
                        : new Outcome.Failed(sql.file().getFileName() + " answers more than " + MOST_ROWS
                                + " rows: sum them up, and show them by a drill");
            }
        } catch (SQLException failure) {
            connection.rollback(before);
            return outcome(sql, failure);
        }
    }

    static Outcome outcome(NamedSql sql, SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher quoted = QUOTED.matcher(message);
        if (NO_SUCH_TABLE.equals(failure.getSQLState()) && quoted.find()) {
            return new Outcome.MissingTable(quoted.group(1));
        }
        String reason = message.lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
        return new Outcome.Failed(sql.file().getFileName() + ": " + reason);
    }

    @Override
    public void close() throws SQLException {
        connection.close(); // an open transaction ends with its session
    }
}
