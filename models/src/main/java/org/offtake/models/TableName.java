package org.offtake.models;

import java.util.regex.Pattern;

/** A table as SQL names it: its layer and its name, such as {@code gold.dim_party}. */
public record TableName(Layer layer, String name) implements Comparable<TableName> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public TableName {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no table name: lower case letters, digits and underscores");
        }
    }

    /** Reads {@code layer.name}. */
    public static TableName parse(String text) {
        String[] parts = text.strip().split("\\.");
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is no table: write layer.name, such as gold.dim_party");
        }
        return new TableName(Layer.parse(parts[0]), parts[1]);
    }

    @Override
    public int compareTo(TableName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return layer.sqlName() + "." + name;
    }
}
