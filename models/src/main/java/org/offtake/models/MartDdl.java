package org.offtake.models;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The PostgreSQL table of a mart model, from its contract. */
public final class MartDdl {
    private MartDdl() {}

    /**
     * The schema and the table where the rows of a model lie: those that stay as they were told lie beside what else the
     * lake cannot make again, and readers see them through a view of the model's name.
     */
    public static Stored stored(Model model) {
        String name = model.table().name();
        return model.frozen().isPresent()
                ? new Stored("app", "frozen_" + name)
                : new Stored(model.table().layer().sqlName(), name);
    }

    /** A table of PostgreSQL. */
    public record Stored(String schema, String table) {
        @Override
        public String toString() {
            return schema + "." + table;
        }
    }

    /** The statements that make the table, its unique grain, an index on its units, and its comments. */
    public static String create(Model model) {
        Stored stored = stored(model);
        String table = stored.toString();
        String columns = model.columns().stream()
                .map(column -> "    " + column.name() + " " + column.type().postgresType()
                        + (column.optional() ? " null" : " not null"))
                .collect(Collectors.joining(",\n"));
        StringBuilder ddl = new StringBuilder();
        ddl.append("create table ").append(table).append(" (\n").append(columns).append("\n);\n");
        ddl.append("create unique index ")
                .append(stored.table())
                .append("_grain on ")
                .append(table)
                .append(" (")
                .append(String.join(", ", model.grain()))
                .append(") nulls not distinct;\n");
        if (!model.by()
                .equals(model.grain()
                        .subList(0, Math.min(model.by().size(), model.grain().size())))) {
            ddl.append("create index ")
                    .append(stored.table())
                    .append("_unit on ")
                    .append(table)
                    .append(" (")
                    .append(String.join(", ", model.by()))
                    .append(");\n");
        }
        comments(model).forEach(comment -> ddl.append(comment).append('\n'));
        if (model.frozen().isPresent()) {
            ddl.append("create view ")
                    .append(model.table())
                    .append(" as select * from ")
                    .append(table)
                    .append(";\n");
        }
        return ddl.toString();
    }

    /**
     * The statement that adds a column to the table that is there.
     *
     * @throws IllegalArgumentException when each row must have a value, which the rows that are there cannot
     */
    public static String add(Model model, Column column) {
        if (!column.optional()) {
            throw new IllegalArgumentException(model.table() + " has a new column '" + column.name()
                    + "' that is not optional: the rows that are there have no value until the next publication. Make it"
                    + " optional, or write the migration by hand");
        }
        return "alter table " + stored(model) + " add column " + column.name() + " "
                + column.type().postgresType() + " null;";
    }

    /** What the contract says of the table and of its columns, one statement each. */
    public static List<String> comments(Model model) {
        String table = stored(model).toString();
        return Stream.concat(
                        Stream.of("comment on table " + table + " is " + quoted(model.about()) + ";"),
                        model.columns().stream()
                                .map(column -> "comment on column " + table + "." + column.name() + " is "
                                        + quoted(column.about()) + ";"))
                .toList();
    }

    /** The name and type of each column, as {@code information_schema} would have them. */
    public static List<String> columns(Model model) {
        return model.columns().stream()
                .map(column -> column.name() + " " + column.type().postgresType() + (column.optional() ? " null" : ""))
                .toList();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
