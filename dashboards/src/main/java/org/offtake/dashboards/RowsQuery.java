package org.offtake.dashboards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SELECT of a rows table, narrowed to the values of the row that was clicked. */
final class RowsQuery {
    private static final String BY = "by.";

    /** What stands for null in an address, where an empty text is a value of its own. */
    static final String NULL = "\u2400";

    private final NamedSql sql;
    private final Filters filters;
    private final Map<String, String> chosen;
    private final Map<String, String> types;

    private RowsQuery(NamedSql sql, Filters filters, Map<String, String> chosen, Map<String, String> types) {
        this.sql = sql;
        this.filters = filters;
        this.chosen = chosen;
        this.types = types;
    }

    static String parameter(String column) {
        return BY + column;
    }

    /** Asks PostgreSQL for the columns of the rows, so that values are compared as what they are. */
    static RowsQuery of(Connection connection, RowsTable table, Drill drill, Address address, Filters filters)
            throws SQLException {
        Map<String, String> chosen = new LinkedHashMap<>();
        drill.by().forEach(column -> address.value(parameter(column)).ifPresent(value -> chosen.put(column, value)));
        Map<String, String> types = types(connection, table.sql());
        for (String column : drill.by()) {
            if (!types.containsKey(column)) {
                throw new BadRequest(table.sql().file().getFileName() + " has no column '" + column
                        + "' to choose rows by. Add it, or take it from 'by'");
            }
        }
        return new RowsQuery(table.sql(), filters, chosen, types);
    }

    private static Map<String, String> types(Connection connection, NamedSql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            ResultSetMetaData about = statement.getMetaData();
            Map<String, String> types = new LinkedHashMap<>();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                types.put(about.getColumnLabel(column), about.getColumnTypeName(column));
            }
            return types;
        }
    }

    boolean has(String column) {
        return types.containsKey(column);
    }

    /** Count and, where asked, sum over all chosen rows, with the one currency of the sum. */
    PreparedStatement totals(Connection connection, Optional<String> sum, Optional<String> currency)
            throws SQLException {
        String amount = sum.filter(this::has).map(RowsQuery::quoted).orElse("null::numeric");
        String unit = currency.filter(this::has).map(RowsQuery::quoted).orElse("null::text");
        return prepared(
                connection,
                "select count(*), sum(" + amount + "), min(" + unit + "), count(distinct " + unit + ")",
                "");
    }

    /** The rows in the order of their SELECT: PostgreSQL keeps a sorted subquery sorted under a filter and a limit. */
    PreparedStatement rows(Connection connection, String limit) throws SQLException {
        return prepared(connection, "select *", limit);
    }

    private PreparedStatement prepared(Connection connection, String select, String limit) throws SQLException {
        String conditions = chosen.entrySet().stream()
                .map(choice -> condition(choice.getKey(), choice.getValue()))
                .collect(Collectors.joining(" and "));
        PreparedStatement statement = connection.prepareStatement(select + " from (\n" + sql.text() + "\n) as chosen"
                + (conditions.isEmpty() ? "" : " where " + conditions) + limit);
        int place = sql.bind(statement, filters);
        for (String value : values()) {
            statement.setString(place++, value);
        }
        return statement;
    }

    private List<String> values() {
        List<String> values = new ArrayList<>(chosen.values());
        values.removeIf(NULL::equals);
        return values;
    }

    private String condition(String column, String value) {
        return value.equals(NULL)
                ? quoted(column) + " is null"
                : quoted(column) + " = cast(? as " + quoted(types.getOrDefault(column, "text")) + ")";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
