package org.offtake.serving;

/**
 * A table of schema mart.
 *
 * @param name without the schema
 */
public record MartTable(String name) {
    /** Refuses a name that PostgreSQL would need quotes for. */
    public MartTable {
        Name.checked(name);
    }

    String sql() {
        return "mart." + Name.quoted(name);
    }

    @Override
    public String toString() {
        return "mart." + name;
    }
}
