package org.offtake.schedules.local;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.offtake.schedules.Commands;
import org.offtake.schedules.Cron;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.Schedules;
import org.offtake.serving.Database;

/**
 * Runs schedules when they are due, one after the other. Several may work on one database: each run is one's only.
 *
 * <p>Every process that runs schedules says so in the database all the time; of one that has been silent for two minutes the runs are taken over.
 */
public final class LocalScheduler implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final int HEARTBEATS_TO_MISS = 6;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    /** A step is left to end when the scheduler is stopped; longer than this it is not waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Scheduler scheduler;
    private final Schedules schedules;
    private final ScheduleRuns runs;
    private final Clock clock;

    /** @param builder gives the scheduler its way of being due; the tests have one of their own */
    LocalScheduler(
            Database database,
            Schedules schedules,
            Commands commands,
            Path logs,
            Clock clock,
            Function<List<Task<?>>, SchedulerBuilder> builder) {
        this.schedules = schedules;
        this.clock = clock;
        this.runs = new ScheduleRuns(database);
        Pauses pauses = new Pauses(database);
        Steps steps = new Steps(runs, new Attempts(database), commands, logs, clock);
        List<Task<?>> tasks = schedules.byName().values().stream()
                .<Task<?>>map(schedule ->
                        new ScheduleTask(schedule, schedules.after(schedule.name()), runs, pauses, steps, clock).task())
                .toList();
        this.scheduler = builder.apply(tasks)
                .schedulerName(new SchedulerName.Fixed(
                        "process " + ProcessHandle.current().pid()))
                .tableName(LocalEngine.TABLE)
                .threads(1)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_TO_MISS)
                .shutdownMaxWait(PATIENCE)
                .enableImmediateExecution()
                .clock(clock::instant)
                .build();
    }

    /**
     * Plans every schedule and begins to look at what is due.
     *
     * @param logs a folder; each run has a file below it
     */
    public static LocalScheduler start(
            Database database, Schedules schedules, Commands commands, Path logs, Clock clock) {
        LocalScheduler local = new LocalScheduler(
                database, schedules, commands, logs, clock, tasks -> Scheduler.create(database.dataSource(), tasks)
                        .pollingInterval(LOOK_EVERY));
        local.start();
        return local;
    }

    void start() {
        schedules.byName().values().forEach(schedule -> schedule.cron()
                .ifPresentOrElse(cron -> plan(schedule, cron), () -> unplan(schedule)));
        scheduler.start();
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** One run at a time of its own is planned ahead; when the file says other times now, so is the plan. */
    private void plan(Schedule schedule, Cron cron) {
        Instant now = clock.instant();
        Optional<ScheduledExecution<Void>> planned =
                planned(scheduler, schedule.name()).findFirst();
        if (planned.isPresent()) {
            Instant time = Instant.parse(planned.get().getTaskInstance().getId());
            boolean stillSo = cron.after(time.minusNanos(1)).equals(Optional.of(time));
            if (stillSo || planned.get().isPicked() || !time.isAfter(now)) {
                return;
            }
            scheduler.cancel(planned.get().getTaskInstance());
        }
        Instant from =
                planned.isPresent() ? now : runs.lastPlanned(schedule.name()).orElse(now);
        cron.after(from)
                .ifPresent(time ->
                        scheduler.scheduleIfNotExists(ScheduleTask.instance(schedule.name(), time.toString()), time));
    }

    /** What runs after another schedule has no times of its own any more. */
    private void unplan(Schedule schedule) {
        planned(scheduler, schedule.name())
                .filter(planned -> !planned.isPicked()
                        && runs.find(schedule.name(), planned.getTaskInstance().getId())
                                .isEmpty())
                .forEach(planned -> scheduler.cancel(planned.getTaskInstance()));
    }

    /** What is planned or under way at times of the schedule's own, the newest first. */
    static Stream<ScheduledExecution<Void>> planned(SchedulerClient client, String schedule) {
        return client.getScheduledExecutionsForTask(schedule, Void.class, ScheduledExecutionsFilter.all()).stream()
                .filter(it -> LocalEngine.isPlannedTime(it.getTaskInstance().getId()))
                .sorted(Comparator.comparing(it -> it.getTaskInstance().getId(), Comparator.reverseOrder()));
    }

    /** Whether a step is under way here. */
    public boolean atWork() {
        return !scheduler.getCurrentlyExecuting().isEmpty();
    }

    /** Lets the step that is under way end, and keeps what is left of its run for the next start. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
