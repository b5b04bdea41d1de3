package org.offtake.schedules.alarm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offtake.schedules.Cron;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Schedules;
import org.offtake.schedules.Status;
import org.offtake.schedules.WallClock;
import org.offtake.schedules.When;
import org.offtake.serving.Database;
import org.offtake.serving.Failure;
import org.offtake.serving.Runs;
import org.offtake.serving.ServingException;

/**
 * Looks for what does not go as it should: a schedule whose newest run failed, a promise that was not kept, figures that are
 * not published any more; and for sources that are late, or brought an odd volume.
 */
public final class Watch {
    /** Of a schedule that runs less often than this no promise is looked at. */
    private static final Duration FAR_BACK = Duration.ofDays(32);

    private static final int NEWEST = 50;

    private final Database database;
    private final Schedules schedules;
    private final Engine engine;
    private final ZoneId zone;

    /**
     * @param engine what runs the schedules
     * @param zone of the company, whose days sources are due on
     */
    public Watch(Database database, Schedules schedules, Engine engine, ZoneId zone) {
        this.database = database;
        this.schedules = schedules;
        this.engine = engine;
        this.zone = zone;
    }

    /** What there is now. */
    List<Trouble> look(Instant now) {
        List<Trouble> troubles = new ArrayList<>();
        schedules.byName().values().forEach(schedule -> {
            List<ScheduleRun> newest = engine.newest(schedule, NEWEST);
            ended(schedule, newest).ifPresent(troubles::add);
            late(schedule, newest, now).ifPresent(troubles::add);
        });
        try (Connection connection = database.connect()) {
            if (troubles.isEmpty()) { // else it is told already
                Runs.failure(connection).map(Watch::trouble).ifPresent(troubles::add);
            }
            troubles.addAll(SourceWatch.look(connection, LocalDate.ofInstant(now, zone)));
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see how the runs stand in " + database, failure);
        }
        return troubles;
    }

    /** How the newest run ended, when that was not well. */
    private static Optional<Trouble> ended(Schedule schedule, List<ScheduleRun> newest) {
        return newest.stream()
                .filter(run -> run.status() == Status.DONE || run.status() == Status.FAILED)
                .findFirst()
                .filter(run -> run.message().isPresent())
                .map(run -> run.status() == Status.DONE ? incomplete(schedule, run) : failed(schedule, run));
    }

    private static Trouble incomplete(Schedule schedule, ScheduleRun run) {
        return new Trouble(
                "incomplete " + schedule.name(),
                schedule.owner(),
                schedule.name() + " for " + run.businessDate() + " is done, but not all was there",
                run.message().orElse(""),
                "`./offtake status` names what was refused and why; ask for it again, and the next run takes it in");
    }

    private static Trouble failed(Schedule schedule, ScheduleRun run) {
        return new Trouble(
                "failed " + schedule.name(),
                schedule.owner(),
                schedule.name() + " for " + run.businessDate() + " has failed",
                run.message().orElse(""),
                "read `./offtake schedule logs " + schedule.name() + " --run " + run.id()
                        + "`, mend it, then `./offtake schedule clear " + schedule.name() + " " + run.id()
                        + "` goes on where it stopped");
    }

    private Optional<Trouble> late(Schedule schedule, List<ScheduleRun> newest, Instant now) {
        if (schedule.readyBy().isEmpty()
                || newest.isEmpty()
                || engine.paused(schedule).isPresent()) {
            return Optional.empty();
        }
        Instant firstKnown = newest.get(newest.size() - 1).plannedAt();
        return lastDue(schedule, now)
                .filter(planned -> !planned.isBefore(firstKnown))
                .filter(planned -> newest.stream()
                        .noneMatch(run ->
                                run.status() == Status.DONE && !run.plannedAt().isBefore(planned)))
                .map(planned -> broken(schedule, newest, planned));
    }

    /** The last planned time whose promise is due. */
    private Optional<Instant> lastDue(Schedule schedule, Instant now) {
        Cron cron = root(schedule);
        return Stream.iterate(cron.after(now.minus(FAR_BACK)), Optional::isPresent, time -> time.flatMap(cron::after))
                .flatMap(Optional::stream)
                .takeWhile(now::isAfter)
                .filter(planned ->
                        schedule.readyBy(planned).filter(now::isAfter).isPresent())
                .reduce((earlier, later) -> later);
    }

    private Trouble broken(Schedule schedule, List<ScheduleRun> newest, Instant planned) {
        String due = schedule.readyBy(planned)
                .map(instant -> WallClock.minuteAndZone(instant, schedule.zone()))
                .orElse("");
        String standing = newest.stream()
                .filter(run -> !run.plannedAt().isBefore(planned))
                .findFirst()
                .map(run -> "its run " + run.id() + " is " + run.status().written()
                        + run.message().map(message -> ": " + message).orElse(""))
                .orElse("nothing has run; the scheduler may not be running");
        return new Trouble(
                "late " + schedule.name(),
                schedule.owner(),
                schedule.name() + " was promised by " + due + " and is not done",
                standing,
                "see `./offtake schedule status " + schedule.name() + "`; " + engine.mustRun());
    }

    private static Trouble trouble(Failure failure) {
        return new Trouble(
                "unpublished",
                "data",
                "nothing was published since " + WallClock.minute(failure.since(), ZoneOffset.UTC) + " UTC; "
                        + failure.runs() + (failure.runs() == 1 ? " run has" : " runs have") + " failed",
                failure.last().message().orElse("it did not say why"),
                "mend it, then `./offtake run`; readers keep the figures of the last published run");
    }

    /** The times that a schedule begins with, be it by way of others. */
    private Cron root(Schedule schedule) {
        Schedule root = schedule;
        while (root.when() instanceof When.After after) {
            root = schedules.get(after.schedule());
        }
        return root.cron().orElseThrow();
    }
}
