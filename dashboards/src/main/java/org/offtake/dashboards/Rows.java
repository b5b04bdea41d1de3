package org.offtake.dashboards;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a SELECT answered.
 *
 * @param values each a {@link BigDecimal}, a {@link Boolean}, a text (dates as 2026-10-31) or null
 */
record Rows(List<String> columns, List<List<@Nullable Object>> values) implements Outcome {
    static Rows read(ResultSet result) throws SQLException {
        List<String> columns = columns(result.getMetaData());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(row(result));
        }
        return new Rows(columns, rows);
    }

    static List<String> columns(ResultSetMetaData about) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= about.getColumnCount(); column++) {
            columns.add(about.getColumnLabel(column));
        }
        return columns;
    }

    static List<@Nullable Object> row(ResultSet result) throws SQLException {
        ResultSetMetaData about = result.getMetaData();
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 1; column <= about.getColumnCount(); column++) {
            row.add(value(result, about.getColumnType(column), column));
        }
        return Collections.unmodifiableList(row);
    }

    private static @Nullable Object value(ResultSet result, int type, int column) throws SQLException {
        Object value =
                switch (type) {
                    case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC -> result.getBigDecimal(column);
                    case Types.REAL, Types.DOUBLE -> finite(result.getString(column));
                    case Types.BIT, Types.BOOLEAN -> result.getBoolean(column);
                    default -> result.getString(column);
                };
        return result.wasNull() ? null : value;
    }

    /** NaN and the infinities have no place in JSON; they stay words. */
    private static @Nullable Object finite(@Nullable String written) {
        if (written == null) {
            return null;
        }
        return written.matches("[-+0-9.eE]+") ? new BigDecimal(written) : written;
    }
}
