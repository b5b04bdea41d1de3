package org.offtake.sample.drop;

import java.util.List;

/**
 * One kind of file a source sends.
 *
 * @param delivery what a delivery means, in words
 * @param isSnapshot true when a file states everything there is on its day, so that it never holds two days
 */
public record Table(String name, String delivery, boolean isSnapshot, List<Column> columns) {

    /** A table that sends changes; reads the columns from lines of the form {@code name | type | about}. */
    public static Table of(String name, String delivery, String columns) {
        return new Table(
                name, delivery, false, columns.lines().map(Table::column).toList());
    }

    /** A table that is always sent whole; columns as in {@link #of}. */
    public static Table snapshot(String name, String delivery, String columns) {
        return new Table(
                name, delivery, true, columns.lines().map(Table::column).toList());
    }

    /** The place of the column of that name. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + column + "; it has " + columns);
    }

    private static Column column(String line) {
        String[] parts = line.split("\\|", -1);
        return new Column(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }
}
