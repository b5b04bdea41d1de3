package org.offtake.serving;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Who may do what: the owner writes, the reader reads schema mart and the runs. */
public final class Roles {
    /** Reads schema mart and {@code app.run}, and writes nothing. */
    public static final String READER = "offtake_reader";

    private Roles() {}

    /** Gives the reader a password; the server receives only its hash, so that no log can tell it. */
    public static void letReaderIn(Database owner, String password) {
        try (Connection connection = owner.connect()) {
            createReader(connection);
            connection.unwrap(PGConnection.class).alterUserPassword(READER, password.toCharArray(), "scram-sha-256");
        } catch (SQLException failure) {
            throw ServingException.of("Cannot set the password of " + READER + " in " + owner, failure);
        }
    }

    static void createReader(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select from pg_roles where rolname = '" + READER + "'")) {
            if (found.next()) {
                return;
            }
            statement.execute("create role " + READER + " login");
            statement.execute("alter role " + READER + " set default_transaction_read_only = on");
        }
    }
}
