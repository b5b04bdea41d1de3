package org.offtake.serving;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.postgresql.PGConnection;

/** Who may do what: the owner writes, the reader reads schema mart and the runs. */
public final class Roles {
    /** Reads schema mart and {@code app.run}, and writes nothing. */
    public static final String READER = "offtake_reader";

    private static final String LONGEST_QUESTION = "5min";
    private static final int LONGEST_NAME = 63;

    private Roles() {}

    /**
     * The name of an account by which another program reads a database: a server with two of ours has two such accounts.
     *
     * @param purpose who reads there, as one word
     */
    public static String account(String purpose, String database) {
        String name =
                "offtake_" + purpose + "_" + database.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return Name.checked(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    }

    /**
     * Lets an account in that reads what the reader reads, and whose long questions are ended; made where it is not there yet.
     *
     * @param account of {@link #account}
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
