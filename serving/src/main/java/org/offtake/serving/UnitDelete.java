package org.offtake.serving;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Deletes the mart rows of staged units, where null is a unit too.
 *
 * <p>{@code is not distinct from} would say it in one statement, but PostgreSQL can neither hash it nor look it up in an
 * index. So there is one statement per pattern of nulls that the units really have (most often one), joined by equality.
 */
record UnitDelete(Connection connection, StagedRows units) {

    long run() throws SQLException {
        long deleted = 0;
        for (List<Boolean> nulls : nullPatterns()) {
            try (Statement statement = connection.createStatement()) {
                deleted += statement.executeLargeUpdate("delete from "
                        + units.table().sql() + " as old using " + units.sql() + " as unit where " + condition(nulls));
            }
        }
        return deleted;
    }

    private List<List<Boolean>> nullPatterns() throws SQLException {
        String tests = units.columns().stream()
                .map(column -> Name.quoted(column) + " is null")
                .collect(Collectors.joining(", "));
        List<List<Boolean>> patterns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select distinct " + tests + " from " + units.sql())) {
            while (row.next()) {
                List<Boolean> pattern = new ArrayList<>();
                for (int index = 1; index <= units.columns().size(); index++) {
                    pattern.add(row.getBoolean(index));
                }
                patterns.add(pattern);
            }
        }
        return patterns;
    }

    private String condition(List<Boolean> nulls) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < nulls.size(); index++) {
            String column = Name.quoted(units.columns().get(index));
            parts.add(
                    nulls.get(index)
                            ? "old." + column + " is null and unit." + column + " is null"
                            : "old." + column + " = unit." + column);
        }
        return String.join(" and ", parts);
    }
}
