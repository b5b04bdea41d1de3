package org.offtake.schedules;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them on the wall clock of a zone. */
public final class WallClock {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private WallClock() {}

    /** To the minute, such as {@code 2026-11-26 04:30}. */
    public static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** The same with the zone, such as {@code 2026-11-26 04:30 Europe/Amsterdam}. */
    public static String minuteAndZone(Instant instant, ZoneId zone) {
        return minute(instant, zone) + " " + zone;
    }
}
