package org.offtake.patterns.backtest;

import java.util.List;

/**
 * A part of a report.
 *
 * @param title what the rows are
 * @param columns their names
 * @param rows texts, whole numbers, and numbers rounded as they are to be read; a number that does not exist is empty
 *     text
 */
public record Table(String title, List<String> columns, List<List<Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
