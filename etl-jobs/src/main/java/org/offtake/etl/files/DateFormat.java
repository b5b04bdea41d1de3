package org.offtake.etl.files;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** Whether the number format of a cell shows a date, a time of day, both or neither. */
enum DateFormat {
    NONE,
    DATE,
    TIME,
    DATE_TIME;

    /** Elapsed times, such as [h]:mm, are amounts and no moments. */
    private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+]");

    private static final Pattern NO_PLACEHOLDERS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^]]*]|;.*");

    static DateFormat of(Cell cell) {
        Integer number = cell.getDataFormatId();
        if (number == null) {
            return NONE;
        }
        if ((number >= 14 && number <= 17) || (number >= 27 && number <= 31) || (number >= 50 && number <= 58)) {
            return DATE;
        }
        if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) || number == 45 || number == 47) {
            return TIME;
        }
        if (number == 22) {
            return DATE_TIME;
        }
        String format = cell.getDataFormatString();
        return format == null || number == 46 || number == 36 ? NONE : of(format);
    }

    static DateFormat of(String format) {
        String lower = format.toLowerCase(Locale.ROOT);
        if (lower.equals("general") || ELAPSED.matcher(lower).find()) {
            return NONE;
        }
        String placeholders = NO_PLACEHOLDERS.matcher(lower).replaceAll("");
        boolean time = placeholders.contains("h") || placeholders.contains("s");
        boolean date =
                placeholders.contains("y") || placeholders.contains("d") || (placeholders.contains("m") && !time);
        if (date) {
            return time ? DATE_TIME : DATE;
        }
        return time ? TIME : NONE;
    }
}
