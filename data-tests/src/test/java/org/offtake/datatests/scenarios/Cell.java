package org.offtake.datatests.scenarios;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/** What a cell of a page says, as a value of its column's type, and how a value is written in a cell. */
final class Cell {
    private static final String EMPTY_TEXT = "''";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Cell() {}

    /**
     * The value; null for an empty cell or NULL.
     *
     * @throws IllegalArgumentException when the text is no value of the type
     */
    static @Nullable Object value(DataType type, String text) {
        if (text.isEmpty() || text.equals("NULL")) {
            return null;
        }
        try {
            return present(type, text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException wrong) {
            throw new IllegalArgumentException("'" + text + "' is no " + type.simpleString(), wrong);
        }
    }

    private static Object present(DataType type, String text) {
        if (type instanceof StringType) {
            return text.equals(EMPTY_TEXT) ? "" : text;
        }
        if (type instanceof DateType) {
            return LocalDate.parse(text);
        }
        if (type instanceof TimestampType) {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        }
        if (type instanceof DecimalType decimal) {
            return new BigDecimal(text).setScale(decimal.scale(), RoundingMode.UNNECESSARY);
        }
        if (type instanceof LongType) {
            return Long.valueOf(text);
        }
        if (type instanceof IntegerType) {
            return Integer.valueOf(text);
        }
        if (type instanceof DoubleType) {
            return Double.valueOf(text);
        }
        if (type instanceof BooleanType && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException(text);
    }

    /**
     * The value as a page writes it, one way for equal values.
     *
     * @param digits to how many digits after the point a double is written
     */
    static String text(@Nullable Object value, int digits) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text.isEmpty() ? EMPTY_TEXT : text;
        }
        if (value instanceof Instant instant) {
            return INSTANT.format(instant);
        }
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return plain(BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP));
        }
        return value.toString();
    }

    /** How many digits stand after the point of a number. */
    static int digits(String text) {
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point - 1;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
