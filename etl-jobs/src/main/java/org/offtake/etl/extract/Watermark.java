package org.offtake.etl.extract;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.offtake.etl.files.ValueText;
import org.offtake.models.Overlap;

/**
 * A value of a watermark column.
 *
 * @param moment in UTC for an instant, as it stands for a local time, the start of the day for a date; else the epoch
 * @param number zero unless the column holds numbers
 */
record Watermark(DatabaseType type, LocalDateTime moment, BigDecimal number) implements Comparable<Watermark> {
    private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);
    private static final int LAST_YEAR = 9999;

    /** Whether columns of this type can tell which rows are newer. */
    static boolean isPossible(DatabaseType type) {
        return switch (type) {
            case INSTANT, LOCAL_TIME, DATE, NUMBER -> true;
            case BINARY_NUMBER, FLAG, OTHER -> false;
        };
    }

    /** The value in a row, or empty where it has none. */
    static Optional<Watermark> in(ResultSet row, int place, DatabaseType type) throws SQLException {
        return switch (type) {
            case INSTANT ->
                Optional.ofNullable(row.getObject(place, OffsetDateTime.class))
                        .map(value -> moment(
                                type,
                                value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()));
            case LOCAL_TIME ->
                Optional.ofNullable(row.getObject(place, LocalDateTime.class)).map(value -> moment(type, value));
            case DATE ->
                Optional.ofNullable(row.getObject(place, LocalDate.class))
                        .map(value -> moment(type, value.atStartOfDay()));
            default -> Optional.ofNullable(row.getBigDecimal(place)).map(value -> new Watermark(type, EPOCH, value));
        };
    }

    /** Reads {@link #text()} again; empty when it is a text of another type. */
    static Optional<Watermark> parse(DatabaseType type, String text) {
        try {
            return Optional.of(
                    switch (type) {
                        case INSTANT -> moment(type, LocalDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC));
                        case LOCAL_TIME -> moment(type, LocalDateTime.parse(text.replace(' ', 'T')));
                        case DATE -> moment(type, LocalDate.parse(text).atStartOfDay());
                        default -> new Watermark(type, EPOCH, new BigDecimal(text));
                    });
        } catch (DateTimeException | NumberFormatException ofAnotherType) {
            return Optional.empty();
        }
    }

    private static Watermark moment(DatabaseType type, LocalDateTime moment) {
        return new Watermark(type, moment, BigDecimal.ZERO);
    }

    /** Whether every later value is smaller, as after PostgreSQL's infinity. */
    boolean isEndless() {
        return moment.getYear() > LAST_YEAR;
    }

    /** Where the next reading begins; a day is not cut. */
    Watermark minus(Overlap overlap) {
        Duration time = overlap.time();
        long days = time.plusDays(1).minusNanos(1).toDays();
        LocalDateTime earlier = type == DatabaseType.DATE ? moment.minusDays(days) : moment.minus(time);
        return type == DatabaseType.NUMBER
                ? new Watermark(type, EPOCH, number.subtract(BigDecimal.valueOf(overlap.number())))
                : moment(type, earlier);
    }

    void bind(PreparedStatement statement, int place) throws SQLException {
        switch (type) {
            case INSTANT -> statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
            case LOCAL_TIME -> statement.setObject(place, moment);
            case DATE -> statement.setObject(place, moment.toLocalDate());
            default -> bindNumber(statement, place);
        }
    }

    /** A whole number is bound as one, so that an index on a whole column is of use. */
    private void bindNumber(PreparedStatement statement, int place) throws SQLException {
        if (number.scale() <= 0 && number.precision() < 19) {
            statement.setLong(place, number.longValueExact());
            return;
        }
        statement.setBigDecimal(place, number);
    }

    /** When it was, for a local time in this zone; empty for a number. */
    Optional<Instant> instant(ZoneId zone) {
        return switch (type) {
            case INSTANT -> Optional.of(moment.toInstant(ZoneOffset.UTC));
            case LOCAL_TIME, DATE -> Optional.of(moment.atZone(zone).toInstant());
            default -> Optional.empty();
        };
    }

    String text() {
        return switch (type) {
            case INSTANT -> ValueText.of(moment.toInstant(ZoneOffset.UTC));
            case LOCAL_TIME -> ValueText.of(moment);
            case DATE -> moment.toLocalDate().toString();
            default -> ValueText.of(number);
        };
    }

    @Override
    public int compareTo(Watermark other) {
        int order = moment.compareTo(other.moment);
        return order == 0 ? number.compareTo(other.number) : order;
    }
}
