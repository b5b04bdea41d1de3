package org.offtake.schedules;

import java.util.Locale;

/** Why there is a run. */
public enum Cause {
    /** Its time had come. */
    SCHEDULE,
    /** Another schedule was done. */
    AFTER,
    /** Somebody asked for it. */
    HAND,
    /** One of a range of days that somebody asked for; nothing runs after it. */
    BACKFILL;

    /** As it stands in the database, and as people read it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Cause of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
