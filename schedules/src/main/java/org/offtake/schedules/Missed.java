package org.offtake.schedules;

/** What becomes of the planned times at which nothing could run. */
public enum Missed {
    /** Each is made up for, one after the other. */
    EACH,
    /** The last one is made up for; those before it are passed over, and counted. */
    LAST
}
