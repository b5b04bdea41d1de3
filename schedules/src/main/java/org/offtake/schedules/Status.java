package org.offtake.schedules;

import java.util.Locale;

/** How a run of a schedule stands. */
public enum Status {
    /** Asked for, and not begun. */
    PLANNED,
    RUNNING,
    /** To try a step again, or to go on after the scheduler was stopped. */
    WAITING,
    DONE,
    FAILED,
    /** Too late, or paused. */
    SKIPPED;

    public boolean ended() {
        return this == DONE || this == FAILED || this == SKIPPED;
    }

    /** As it stands in the database, and as people read it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Status of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
