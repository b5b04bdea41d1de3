package org.offtake.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One run of a schedule.
 *
 * @param id what people name it by, within its schedule
 * @param plannedAt when it was to start; one after another has the time of that one
 * @param stepsDone it goes on with the step after these
 * @param passedOver how many planned times before it nothing ran for
 * @param message why it is not done, or what was missing when it was; empty when there is nothing to say
 */
public record ScheduleRun(
        String id,
        String schedule,
        Cause cause,
        Instant plannedAt,
        LocalDate businessDate,
        Status status,
        int stepsDone,
        int passedOver,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> message) {

    /** Refuses to let a run go on that has not ended, or ended well. */
    public void refuseUnlessItStopped() {
        if (status != Status.FAILED && status != Status.SKIPPED) {
            throw new IllegalArgumentException("run " + id + " of " + schedule + " is " + status.written()
                    + "; only one that failed or was skipped can be run again");
        }
    }
}
