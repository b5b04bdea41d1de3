package org.offtake.schedules.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One run of a schedule, a row of {@code app.schedule_run}.
 *
 * @param key tells it from the other runs of its schedule: for one at a planned time, that instant
 * @param plannedAt when it was to start; one after another has the time of that one
 * @param stepsDone it goes on with the step after these
 * @param passedOver how many planned times before it nothing ran for
 */
public record ScheduleRun(
        long id,
        String schedule,
        String key,
        Cause cause,
        Instant plannedAt,
        LocalDate businessDate,
        Status status,
        int stepsDone,
        int passedOver,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> message) {

    /** The file that has what its steps said, below the folder of logs. */
    public Path log(Path logs) {
        return logs.resolve(schedule).resolve(id + ".log");
    }
}
