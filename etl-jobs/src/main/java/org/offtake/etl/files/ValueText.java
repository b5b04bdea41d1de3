package org.offtake.etl.files;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Values that arrive with a type, as the text that means the same everywhere: nothing rounded, nothing localised. */
public final class ValueText {
    private static final DateTimeFormatter LOCAL = pattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter UTC = pattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter TIME = pattern("HH:mm:ss");

    private ValueText() {}

    /** All digits, without an exponent; the zeros at the end are the type's and stay. */
    public static String of(BigDecimal number) {
        return number.toPlainString();
    }

    /** The shortest plain decimal of the same binary number; it must be finite. */
    public static String of(double number) {
        return CellText.plain(new BigDecimal(number));
    }

    /** The shortest plain decimal of the same binary number; it must be finite. */
    public static String of(float number) {
        return CellText.plain(new BigDecimal(Float.toString(number)));
    }

    /** {@code 2024-02-29 23:59:59}, with as many digits of the second as are not zero. */
    public static String of(LocalDateTime moment) {
        return LOCAL.format(moment);
    }

    /** {@code 2024-02-29T23:59:59Z}, with as many digits of the second as are not zero. */
    public static String of(Instant moment) {
        return UTC.format(moment.atOffset(ZoneOffset.UTC)) + "Z";
    }

    /** {@code 23:59:59}, with as many digits of the second as are not zero. */
    public static String of(LocalTime time) {
        return TIME.format(time);
    }

    private static DateTimeFormatter pattern(String wholeSeconds) {
        return new DateTimeFormatterBuilder()
                .appendPattern(wholeSeconds)
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .toFormatter(Locale.ROOT);
    }
}
