package org.offtake.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What people were told: it turns episodes, which are worked out again at will, into signals, which are told once and
 * never changed. It works in the transaction that publishes the episodes.
 *
 * <p>On a business date an episode stands when its alarm was reached and it is not closed. An episode belongs to the
 * signals of its subject that cover a day of it, so a date that late data moves tells nothing twice. A subject has one
 * open signal at most. Which days are covered, and how a signal begins and ends, is in {@link SignalSql}.
 *
 * @param tables the tables of episodes, in the shape that {@code org.offtake.models.SignalShape} says
 */
public record SignalRegister(List<MartTable> tables, Telling telling) {
    /** Keeps its own copy of the tables. */
    public SignalRegister {
        tables = List.copyOf(tables);
    }

    /**
     * Tells what is to be told on this day, and what became of what was told before; again on the same day and the same
     * rows it does nothing, and so it does on a day before the last one that was told for.
     *
     * @param connection in the transaction of the publication, after the episodes were put in place
     * @param runId of a run that {@link Runs#start} opened
     */
    public Registered register(Connection connection, long runId, LocalDate businessDate) {
        try (Statement statement = connection.createStatement()) {
            if (connection.getAutoCommit()) {
                throw ServingException.mistake("The register of signals was given a connection without a transaction."
                        + " Call it between the beginning and the commit of the publication");
            }
            if (hasNothingToTell(statement)) {
                return Registered.NOTHING;
            }
            statement.execute("lock table app.signal_day in share row exclusive mode"); // no reader waits for it
            if (isBackfill(statement, businessDate)) {
                return Registered.NOTHING;
            }
            return told(connection, statement, new SignalSql(runId, businessDate));
        } catch (SQLException failure) {
            throw ServingException.of(
                    "Cannot register the signals of run " + runId + " for " + businessDate + " from " + tables,
                    failure);
        }
    }

    private Registered told(Connection connection, Statement statement, SignalSql sql) throws SQLException {
        statement.execute(sql.episodes(tables));
        statement.execute("analyze pg_temp.signal_episode");
        statement.execute(sql.covered());
        statement.execute("analyze pg_temp.signal_cover");
        long closed = statement.executeLargeUpdate(sql.close());
        long withdrawn = withdrawn(connection, sql);
        long reopened = statement.executeLargeUpdate(sql.reopen());
        Registered registered;
        try (ResultSet counts = statement.executeQuery(sql.raise(telling))) {
            counts.next();
            registered = new Registered(
                    counts.getLong("raised"),
                    closed,
                    withdrawn,
                    reopened,
                    counts.getLong("muted"),
                    counts.getLong("cooling"));
        }
        statement.execute(sql.day());
        statement.execute("drop table pg_temp.signal_episode, pg_temp.signal_cover");
        return registered;
    }

    private long withdrawn(Connection connection, SignalSql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.withdraw())) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", tables.stream().map(MartTable::name).toArray()));
            return statement.executeLargeUpdate();
        }
    }

    /** Without tables there is still to be told that the signals of tables of old are no more. */
    private boolean hasNothingToTell(Statement statement) throws SQLException {
        if (!tables.isEmpty()) {
            return false;
        }
        try (ResultSet open =
                statement.executeQuery("select exists (select from app.signal_standing where status = 'OPEN')")) {
            open.next();
            return !open.getBoolean(1);
        }
    }

    private static boolean isBackfill(Statement statement, LocalDate businessDate) throws SQLException {
        try (ResultSet last = statement.executeQuery("select max(business_date) from app.signal_day")) {
            last.next();
            return Optional.ofNullable(last.getObject(1, LocalDate.class))
                    .filter(businessDate::isBefore)
                    .isPresent();
        }
    }
}
