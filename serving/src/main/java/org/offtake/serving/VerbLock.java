package org.offtake.serving;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A lock held in the database by a session of its own; closing gives it back. */
public final class VerbLock implements AutoCloseable {
    private static final int ANSWER_SECONDS = 10;

    private final Connection connection;
    private final String verb;

    VerbLock(Connection connection, String verb) {
        this.connection = connection;
        this.verb = verb;
    }

    /** Refuses (worth a retry) when the server restarted or the network broke meanwhile: the lock is then gone. */
    public void confirm() {
        try {
            if (connection.isValid(ANSWER_SECONDS)) {
                return;
            }
        } catch (SQLException failure) {
            throw ServingException.of("The lock of '" + verb + "' is lost", failure);
        }
        throw ServingException.away(
                "The lock of '" + verb + "' is lost: its session with PostgreSQL has ended. Try again");
    }

    /** The lock is free at once: the server may see the end of a session a little later. */
    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, ANSWER_SECONDS * 1000);
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException gone) {
            return; // the session ended before us, and its lock with it
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            return; // the session ended before us, and its lock with it
        }
    }
}
