package org.offtake.sample.drop;

import java.util.List;

/** One kind of file a source sends: its name, what a delivery means, and its columns in order. */
public record Table(String name, String delivery, List<Column> columns) {

    /** Reads the columns from lines of the form {@code name | type | about}. */
    public static Table of(String name, String delivery, String columns) {
        return new Table(name, delivery, columns.lines().map(Table::column).toList());
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
