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

    /** Reads what the reader reads, for the dashboards of another program. */
    public static final String MANAGEMENT = "offtake_management";

    /** The same, for people who write their own questions: a long one is ended. */
    public static final String ANALYSTS = "offtake_analysts";

    private static final String LONGEST_QUESTION = "5min";

    private Roles() {}

    /**
     * Lets an account in that reads what the reader reads; made where it is not there yet.
     *
     * @param account {@link #MANAGEMENT} or {@link #ANALYSTS}
     * @param password of which the server receives only the hash
     */
    public static void letIn(Database owner, String account, String password) {
        try (Connection connection = owner.connect()) {
            create(connection, account);
            try (Statement statement = connection.createStatement()) {
                statement.execute("grant " + READER + " to " + Name.quoted(account));
                statement.execute(
                        "alter role " + Name.quoted(account) + " set statement_timeout = '" + LONGEST_QUESTION + "'");
            }
            connection.unwrap(PGConnection.class).alterUserPassword(account, password.toCharArray(), "scram-sha-256");
        } catch (SQLException failure) {
            throw ServingException.of(
                    "Cannot let " + account + " read in " + owner + " (its owner must be allowed to create roles)",
                    failure);
        }
    }

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
        create(connection, READER);
    }

    private static void create(Connection connection, String account) throws SQLException {
        String name = Name.checked(account);
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select from pg_roles where rolname = '" + name + "'")) {
            if (found.next()) {
                return;
            }
            statement.execute("create role " + name + " login");
            statement.execute("alter role " + name + " set default_transaction_read_only = on");
        }
    }
}
