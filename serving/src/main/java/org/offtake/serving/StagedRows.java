package org.offtake.serving;

import java.util.List;

/**
 * Rows that wait in a temporary table for their place in a mart table; gone when the transaction ends.
 *
 * @param columns a part of the mart table's columns
 * @param rows how many wait
 */
public record StagedRows(MartTable table, String temporaryTable, List<String> columns, long rows) {
    /** Keeps its own copy of the columns. */
    public StagedRows {
        columns = List.copyOf(columns);
    }

    String sql() {
        return "pg_temp." + Name.quoted(temporaryTable);
    }
}
