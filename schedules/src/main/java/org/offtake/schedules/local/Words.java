package org.offtake.schedules.local;

import java.time.Duration;

/** Durations as people say them. */
final class Words {
    private Words() {}

    static String of(Duration duration) {
        return duration.toMinutesPart() == 0 && duration.toHours() > 0
                ? duration.toHours() + " h"
                : duration.toMinutes() + " min";
    }
}
