package org.offtake.patterns.detect;

/** What there is to tell of a customer at the end of a day: that they left their pattern, or are back in it. */
public sealed interface News permits Alarm, Recovery {
    /** Epoch day at whose end it is told. */
    int day();
}
