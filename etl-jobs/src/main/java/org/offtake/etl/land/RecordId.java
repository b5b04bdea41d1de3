package org.offtake.etl.land;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a sheet names the record that a row corrects, such as {@code 9f86d081884c7d65-17@2024-03-01T06:00:00Z}.
 *
 * @param content the first digits of the content that the record stands in
 * @param number of the record in the content, counted from 1
 * @param exportedAt when the sheet was written: a later one knows more
 */
public record RecordId(String content, long number, Instant exportedAt) {
    private static final int DIGITS = 16;
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{" + DIGITS + "})-(\\d{1,18})@(\\S+)");

    public static RecordId of(String content, long number, Instant exportedAt) {
        return new RecordId(content.substring(0, DIGITS), number, exportedAt);
    }

    /** Reads a name as it comes back; empty when somebody changed it. */
    public static Optional<RecordId> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new RecordId(matcher.group(1), Long.parseLong(matcher.group(2)), Instant.parse(matcher.group(3))));
        } catch (DateTimeParseException changed) {
            return Optional.empty();
        }
    }

    public RecordId exportedAt(Instant later) {
        return new RecordId(content, number, later);
    }

    @Override
    public String toString() {
        return content + "-" + number + "@" + exportedAt;
    }
}
