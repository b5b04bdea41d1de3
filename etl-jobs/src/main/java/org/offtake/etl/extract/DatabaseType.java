package org.offtake.etl.extract;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.files.ValueText;

/** What a column of a database holds, as far as its text depends on it. */
enum DatabaseType {
    INSTANT,
    LOCAL_TIME,
    DATE,
    NUMBER,
    BINARY_NUMBER,
    FLAG,
    OTHER;

    private static final int LAST_YEAR = 9999;

    static DatabaseType of(ResultSetMetaData columns, int place) throws SQLException {
        String name = columns.getColumnTypeName(place);
        if (name.equals("timestamptz")) {
            return INSTANT;
        }
        return switch (columns.getColumnType(place)) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.TIMESTAMP -> LOCAL_TIME;
            case Types.DATE -> DATE;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL -> NUMBER;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> name.equals("money") ? OTHER : BINARY_NUMBER;
            case Types.BOOLEAN, Types.BIT -> name.equals("bool") ? FLAG : OTHER;
            default -> OTHER;
        };
    }

    /** The value in a row as text, or null where it has none; what has no such text stays as the database says it. */
    @Nullable
    String text(ResultSet row, int place) throws SQLException {
        String said = row.getString(place);
        if (said == null) {
            return null;
        }
        return switch (this) {
            case INSTANT -> instant(row.getObject(place, OffsetDateTime.class), said);
            case LOCAL_TIME -> local(row.getObject(place, LocalDateTime.class), said);
            case NUMBER -> row.getObject(place) instanceof BigDecimal number ? ValueText.of(number) : said;
            case BINARY_NUMBER -> binary(row, place, said);
            case FLAG -> String.valueOf(row.getBoolean(place));
            case DATE, OTHER -> said;
        };
    }

    private static String instant(OffsetDateTime value, String said) {
        return value.getYear() > LAST_YEAR || value.getYear() < 1 ? said : ValueText.of(value.toInstant());
    }

    private static String local(LocalDateTime value, String said) {
        return value.getYear() > LAST_YEAR || value.getYear() < 1 ? said : ValueText.of(value);
    }

    private static String binary(ResultSet row, int place, String said) throws SQLException {
        Object value = row.getObject(place);
        if (value instanceof Float number && Float.isFinite(number)) {
            return ValueText.of(number.floatValue());
        }
        return value instanceof Double number && Double.isFinite(number) ? ValueText.of(number.doubleValue()) : said;
    }
}
