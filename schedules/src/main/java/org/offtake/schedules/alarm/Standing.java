package org.offtake.schedules.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offtake.schedules.Cause;
import org.offtake.schedules.Cron;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Status;
import org.offtake.schedules.WallClock;

/**
 * How one schedule stands: whether the run of its newest business date failed, a day that was run later did, or a promise was not kept.
 *
 * @param root the schedule whose times it begins with
 */
record Standing(Schedule schedule, Schedule root, Engine engine) {
    /** Of a schedule that runs less often than this no promise is looked at. */
    private static final Duration FAR_BACK = Duration.ofDays(32);

    private static final int NEWEST = 100;
    private static final String FAILED = "failed ";
    private static final String INCOMPLETE = "incomplete ";
    private static final String BACKFILL = "backfill ";
    private static final String LATE = "late ";

    /** The keys of all that may be told of a schedule. */
    static List<String> keys(String schedule) {
        return Stream.of(FAILED, INCOMPLETE, BACKFILL, LATE)
                .map(what -> what + schedule)
                .toList();
    }

    List<Trouble> troubles(Instant now) {
        List<ScheduleRun> newest = engine.newest(schedule, NEWEST);
        List<ScheduleRun> regular =
                newest.stream().filter(run -> run.cause() != Cause.BACKFILL).toList();
        return Stream.of(ended(regular), backfilled(newest), late(regular, now))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How the newest run of the newest day ended, when that was not well: that an older day went well makes it no better. */
    private Optional<Trouble> ended(List<ScheduleRun> regular) {
        return regular.stream()
                .filter(run -> run.status() == Status.DONE || run.status() == Status.FAILED)
                .max(Comparator.comparing(ScheduleRun::businessDate))
                .filter(run -> run.message().isPresent())
                .map(run -> run.status() == Status.DONE ? incomplete(run) : failed(FAILED, run));
    }

    private Optional<Trouble> backfilled(List<ScheduleRun> newest) {
        return newest.stream()
                .filter(run -> run.cause() == Cause.BACKFILL && run.status() == Status.FAILED)
                .filter(run -> newest.stream()
                        .takeWhile(later -> !later.equals(run))
                        .noneMatch(later -> later.status() == Status.DONE
                                && later.businessDate().equals(run.businessDate())))
                .findFirst()
                .map(run -> failed(BACKFILL, run));
    }

    private Trouble incomplete(ScheduleRun run) {
        return new Trouble(
                INCOMPLETE + schedule.name(),
                schedule.owner(),
                schedule.name() + " for " + run.businessDate() + " is done, but not all was there",
                run.message().orElse(""),
                "`./offtake status` names what was refused and why; ask for it again, and the next run takes it in");
    }

    private Trouble failed(String key, ScheduleRun run) {
        return new Trouble(
                key + schedule.name(),
                schedule.owner(),
                schedule.name() + " for " + run.businessDate() + " has failed",
                run.message().orElse(""),
                "read `./offtake schedule logs " + schedule.name() + " --run " + run.id()
                        + "`, mend it, then `./offtake schedule clear " + schedule.name() + " " + run.id()
                        + "` goes on where it stopped");
    }

    /** What was passed over while the schedule was paused was not promised, nor what came before it was first planned. */
    private Optional<Trouble> late(List<ScheduleRun> regular, Instant now) {
        if (schedule.readyBy().isEmpty()
                || engine.paused(schedule).isPresent()
                || engine.paused(root).isPresent()) {
            return Optional.empty();
        }
        Optional<Instant> firstKnown = regular.isEmpty()
                ? engine.next(root)
                : Optional.of(regular.get(regular.size() - 1).plannedAt());
        Optional<Instant> resumed = Stream.of(schedule, root)
                .flatMap(it -> engine.resumed(it).stream())
                .max(Instant::compareTo);
        return lastDue(now)
                .filter(planned ->
                        firstKnown.filter(first -> !planned.isBefore(first)).isPresent())
                .filter(planned -> resumed.filter(planned::isBefore).isEmpty())
                .filter(planned ->
                        regular.stream().noneMatch(run -> run.status() == Status.DONE && keeps(run, planned)))
                .map(planned -> broken(regular, planned));
    }

    /** Whoever asks for a run by hand keeps the promise of its day. */
    private boolean keeps(ScheduleRun run, Instant planned) {
        return run.cause() == Cause.HAND
                ? !run.businessDate().isBefore(schedule.businessDate(planned))
                : !run.plannedAt().isBefore(planned);
    }

    /** The last planned time whose promise is due. */
    private Optional<Instant> lastDue(Instant now) {
        Cron cron = root.cron().orElseThrow();
        return Stream.iterate(cron.after(now.minus(FAR_BACK)), Optional::isPresent, time -> time.flatMap(cron::after))
                .flatMap(Optional::stream)
                .takeWhile(now::isAfter)
                .filter(planned ->
                        schedule.readyBy(planned).filter(now::isAfter).isPresent())
                .reduce((earlier, later) -> later);
    }

    private Trouble broken(List<ScheduleRun> regular, Instant planned) {
        String due = schedule.readyBy(planned)
                .map(instant -> WallClock.minuteAndZone(instant, schedule.zone()))
                .orElse("");
        String standing = regular.stream()
                .filter(run -> !run.plannedAt().isBefore(planned))
                .findFirst()
                .map(run -> "its run " + run.id() + " is " + run.status().written()
                        + run.message().map(message -> ": " + message).orElse(""))
                .orElse("nothing has run; the scheduler may not be running");
        return new Trouble(
                LATE + schedule.name(),
                schedule.owner(),
                schedule.name() + " was promised by " + due + " and is not done",
                standing,
                "see `./offtake schedule status " + schedule.name() + "`; " + engine.mustRun());
    }
}
