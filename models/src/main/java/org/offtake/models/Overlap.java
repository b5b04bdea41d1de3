package org.offtake.models;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far back a reading begins, because rows are not committed in the order of their watermarks.
 *
 * @param time for watermarks that are times or dates
 * @param number for watermarks that are numbers
 */
public record Overlap(Duration time, long number) {
    /** What is taken when the contract says nothing. */
    public static final Overlap USUAL = new Overlap(Duration.ofHours(2), 0);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:\\s+([a-z]+?)s?)?");
    private static final Map<String, Duration> UNITS = Map.of(
            "second", Duration.ofSeconds(1),
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1));

    /** Reads {@code 90 minutes}, or {@code 1000} for a watermark that is a number. */
    static Overlap parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (matcher.matches() && matcher.group(2) == null) {
            return new Overlap(Duration.ZERO, Long.parseLong(matcher.group(1)));
        }
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("'" + text + "' is no overlap: write such as 90 minutes, 2 hours or 3"
                    + " days, or a plain number for a watermark that is a number");
        }
        return new Overlap(unit.multipliedBy(Long.parseLong(matcher.group(1))), 0);
    }
}
