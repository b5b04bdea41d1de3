package org.offtake.serving;

import java.sql.SQLException;

/** The five letters by which PostgreSQL says what kind of error it met. */
record SqlState(String code) {
    private static final String REJECTED = "08004";

    static SqlState of(SQLException failure) {
        String code = failure.getSQLState();
        return new SqlState(code == null ? "" : code);
    }

    boolean worthARetry() {
        return (code.startsWith("08") && !code.equals(REJECTED)) // connection
                || code.startsWith("53") // disk, memory, connections used up
                || code.startsWith("57P") // shutting down, starting up, crashed
                || code.startsWith("40") // deadlock, serialization
                || code.equals("55P03"); // lock not available
    }

    String nextStep() {
        if (code.startsWith("28") || code.equals(REJECTED)) {
            return "Check the user and the password of the database in the configuration";
        }
        if (code.equals("3D000")) {
            return "Create the database, or correct its name in the url";
        }
        if (code.equals("42501")) {
            return "Grant the right to this user, or connect as the owner";
        }
        if (code.equals("53100")) {
            return "Free disk space, then try again";
        }
        if (code.startsWith("08")) {
            return "Check that the server runs and that its host and port are right, then try again";
        }
        if (worthARetry()) {
            return "Try again";
        }
        return "Correct what the message names (SQL state " + code + ")";
    }
}
