package org.offtake.schedules.local;

import org.offtake.schedules.Cause;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Status;

/**
 * A row of {@code app.schedule_run}.
 *
 * @param key tells it from the other runs of its schedule: for one at a planned time, that instant
 * @param forgiven so many tries count no longer, as somebody let the run go on after them
 */
record LocalRun(long number, String key, int forgiven, ScheduleRun run) {
    String schedule() {
        return run.schedule();
    }

    Status status() {
        return run.status();
    }

    Cause cause() {
        return run.cause();
    }
}
