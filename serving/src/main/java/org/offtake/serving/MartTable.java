package org.offtake.serving;

/**
 * A table that readers see in schema mart.
 *
 * @param schema where its rows lie: {@code mart}, or {@code app} for figures that stay as they were told
 * @param name without the schema
 */
public record MartTable(String schema, String name) {
    /** Refuses a name that PostgreSQL would need quotes for. */
    public MartTable {
        Name.checked(schema);
        Name.checked(name);
    }

    /** A table whose rows are always as they are now. */
    public MartTable(String name) {
        this("mart", name);
    }

    String sql() {
        return schema + "." + Name.quoted(name);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
