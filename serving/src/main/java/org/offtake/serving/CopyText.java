package org.offtake.serving;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes rows in PostgreSQL's text format for COPY: tabs between, backslashes before what would mislead it. */
final class CopyText {
    /** Years as the house knows them, 0001 to 9999, for PostgreSQL reads others in another notation. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(10_000, 1, 1);
    private static final Instant FIRST_INSTANT =
            FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END_INSTANT = END.atStartOfDay(ZoneOffset.UTC).toInstant();

    private final StringBuilder text = new StringBuilder();
    private final String target;
    private final List<String> columns;
    private long rows;

    CopyText(String target, List<String> columns) {
        this.target = target;
        this.columns = columns;
    }

    void add(List<@Nullable Object> row) {
        rows++;
        if (row.size() != columns.size()) {
            throw ServingException.mistake("Row " + rows + " for " + target + " has " + row.size() + " values for "
                    + columns.size() + " columns. Give each row one value per column");
        }
        for (int index = 0; index < row.size(); index++) {
            if (index > 0) {
                text.append('\t');
            }
            append(row.get(index), columns.get(index));
        }
        text.append('\n');
    }

    long rows() {
        return rows;
    }

    int length() {
        return text.length();
    }

    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    private void append(@Nullable Object value, String column) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String string) {
            escape(string, column);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Double) {
            text.append(value); // NaN and Infinity are written alike on both sides
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value instanceof Boolean truth) {
            text.append(truth ? 't' : 'f');
        } else if (value instanceof LocalDate date) {
            refuseUnless(!date.isBefore(FIRST) && date.isBefore(END), column, date);
            text.append(DATE.format(date));
        } else if (value instanceof Instant instant) {
            refuseUnless(!instant.isBefore(FIRST_INSTANT) && instant.isBefore(END_INSTANT), column, instant);
            text.append(INSTANT.format(instant.truncatedTo(ChronoUnit.MICROS)));
        } else {
            throw refused(column, "is a " + value.getClass().getName() + ", which has no text in PostgreSQL here");
        }
    }

    private void escape(String value, String column) {
        for (int index = 0; index < value.length(); index++) {
            char letter = value.charAt(index);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> throw refused(column, "holds a NUL character, which PostgreSQL cannot store");
                default -> {
                    if (Character.isSurrogate(letter)) {
                        index = appendPair(value, index, column);
                    } else {
                        text.append(letter);
                    }
                }
            }
        }
    }

    /** Half a character would silently become a question mark. */
    private int appendPair(String value, int index, String column) {
        int codePoint = value.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            throw refused(column, "holds half a character (a lone surrogate), which is not Unicode text");
        }
        text.appendCodePoint(codePoint);
        return index + 1;
    }

    private void refuseUnless(boolean inRange, String column, Object value) {
        if (!inRange) {
            throw refused(column, "is " + value + ", outside the years 0001 to 9999");
        }
    }

    private ServingException refused(String column, String reason) {
        return ServingException.mistake("Row " + rows + " for " + target + ": column " + column + " " + reason
                + ". Correct or quarantine the record it came from");
    }
}
