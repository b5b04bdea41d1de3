package org.offtake.schedules.local;

import java.time.Instant;
import java.time.LocalDate;
import org.offtake.schedules.Cause;

/** A run that is to be; asking for the same key again changes nothing. */
record Request(String schedule, String key, Cause cause, Instant plannedAt, LocalDate businessDate, int passedOver) {

    Request(String schedule, String key, Cause cause, Instant plannedAt, LocalDate businessDate) {
        this(schedule, key, cause, plannedAt, businessDate, 0);
    }
}
