package org.offtake.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs the schedules, whether it is at work now or not. */
public interface Engine {
    /**
     * Asks for one run now; asking again before it has ended gives the same run.
     *
     * @param businessDate instead of the one the rule of the schedule gives
     */
    ScheduleRun trigger(Schedule schedule, Optional<LocalDate> businessDate);

    /** The newest runs of a schedule, the newest first. */
    List<ScheduleRun> newest(Schedule schedule, int count);

    /** The run of this id; refuses one that is not this schedule's. */
    ScheduleRun get(Schedule schedule, String id);

    /** The days of a range that {@link #backfill} would ask for. */
    List<LocalDate> missing(Schedule schedule, LocalDate first, LocalDate last);

    /**
     * Asks for one run per business date, from the first to the last, and lets nothing run after them; days that were asked for
     * before are not run again.
     *
     * @return the days that are asked for now
     */
    List<LocalDate> backfill(Schedule schedule, LocalDate first, LocalDate last);

    /** Makes a run that failed or was skipped go on with the step that was not done. */
    ScheduleRun again(Schedule schedule, ScheduleRun run);

    /** Lets the schedule pass over its times; the reason of an earlier pause gives way. */
    void pause(Schedule schedule, String by, String reason);

    /** Ends a pause; false when there was none. */
    boolean resume(Schedule schedule);

    /** When its last pause ended, as far as it is known; empty when there was none. */
    Optional<Instant> resumed(Schedule schedule);

    /** Since when, by whom and why, as far as it is known, for people; empty when it is not paused. */
    Optional<String> paused(Schedule schedule);

    /** When a run at a time of the schedule's own is due; empty when none is planned. */
    Optional<Instant> next(Schedule schedule);

    /** What a person does so that schedules are planned, for people: a command, and what it does. */
    String planning();

    /** What must be at work for anything to run, for people. */
    String mustRun();

    /** What the steps of the run said, and go on saying. */
    Transcript transcript(Schedule schedule, ScheduleRun run);

    /** A text that grows. */
    interface Transcript {
        /** What was said since this was asked the last time; empty when nothing was. */
        String more();
    }

    /** The days of a range, both ends in it. */
    static Stream<LocalDate> days(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "the range ends on " + last + ", before it begins on " + first + "; turn the two around");
        }
        return first.datesUntil(last.plusDays(1));
    }
}
