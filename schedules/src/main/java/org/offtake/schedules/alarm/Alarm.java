package org.offtake.schedules.alarm;

import java.time.Instant;
import java.util.Optional;

/** One row of {@code app.alarm} that people are still to be told of: that it was raised, or that it is well again. */
record Alarm(
        long id,
        String owner,
        String what,
        String reason,
        String nextStep,
        Instant raisedAt,
        Optional<Instant> recoveredAt) {

    /** Tells the two letters about one alarm apart. */
    String letterId() {
        return "alarm-" + id + (recoveredAt.isPresent() ? "-recovered" : "");
    }
}
