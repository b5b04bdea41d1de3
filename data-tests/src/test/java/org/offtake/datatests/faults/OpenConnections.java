package org.offtake.datatests.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The connections that a run opened. */
final class OpenConnections {
    private final List<Connection> opened = new ArrayList<>();

    synchronized Connection opened(Connection connection) {
        opened.add(connection);
        return connection;
    }

    /** Ends the sessions without a word, so that PostgreSQL takes back what they had not committed. */
    synchronized void end() {
        opened.forEach(OpenConnections::end);
    }

    private static void end(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            return; // the session ended before us
        }
    }
}
