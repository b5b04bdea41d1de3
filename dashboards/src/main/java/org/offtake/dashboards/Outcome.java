package org.offtake.dashboards;

/** What came of one SELECT; one that failed leaves the others of its transaction alone. */
sealed interface Outcome permits Rows, Outcome.MissingTable, Outcome.Failed {
    /** A table that no run has published yet. */
    record MissingTable(String table) implements Outcome {}

    /** The SELECT cannot be computed; the message is PostgreSQL's, with the file. */
    record Failed(String message) implements Outcome {}
}
