package org.offtake.schedules.local;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offtake.schedules.Cause;
import org.offtake.schedules.Cron;
import org.offtake.schedules.Missed;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.Status;

/**
 * What db-scheduler does when a schedule is due: runs it, and plans what comes next.
 *
 * <p>There is one row of {@code app.scheduled_tasks} per run that is to be. Whatever must survive is written before that row changes, and a
 * run that is found done is not run again; so a process may end anywhere.
 */
final class ScheduleTask {
    /** When the database could not be written, how long until it is tried again. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Schedule schedule;
    private final List<Schedule> dependents;
    private final ScheduleRuns runs;
    private final Pauses pauses;
    private final Steps steps;
    private final Clock clock;

    ScheduleTask(
            Schedule schedule, List<Schedule> dependents, ScheduleRuns runs, Pauses pauses, Steps steps, Clock clock) {
        this.schedule = schedule;
        this.dependents = dependents;
        this.runs = runs;
        this.pauses = pauses;
        this.steps = steps;
        this.clock = clock;
    }

    Task<Void> task() {
        return Tasks.custom(schedule.name(), Void.class)
                .onDeadExecutionRevive()
                .onFailure((complete, then) ->
                        then.reschedule(complete, complete.getTimeDone().plus(PAUSE)))
                .execute(this::execute);
    }

    static TaskInstance<Void> instance(String schedule, String key) {
        return new TaskInstance<>(schedule, key);
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        Optional<LocalRun> known = runs.find(schedule.name(), instance.getId());
        Optional<String> paused = pauses.of(schedule.name());
        if (paused.isPresent() && known.isEmpty()) {
            return planNext(Instant.parse(instance.getId()), clock.instant());
        }
        LocalRun run = known.orElseGet(() -> atPlannedTime(Instant.parse(instance.getId())));
        if (run.status().ended()) {
            return whatFollows(run, context);
        }
        if (paused.isPresent() && run.cause() == Cause.AFTER && run.status() == Status.PLANNED) {
            runs.ends(run, Status.SKIPPED, clock.instant(), paused.get());
            return whatFollows(run, context);
        }
        if (tooLate(run)) {
            runs.ends(
                    run,
                    Status.SKIPPED,
                    clock.instant(),
                    "it could not start within "
                            + Words.of(schedule.startWithin().orElseThrow()) + " of the time it was planned for");
            return whatFollows(run, context);
        }
        Steps.End end =
                steps.run(schedule, run, () -> context.getSchedulerState().isShuttingDown());
        if (end.again().isPresent()) {
            return (complete, then) -> then.reschedule(complete, end.again().get());
        }
        LocalRun ended = runs.find(schedule.name(), run.key()).orElse(run);
        return whatFollows(ended, context);
    }

    private LocalRun atPlannedTime(Instant planned) {
        Cron.Latest latest = schedule.missed() == Missed.LAST
                ? schedule.cron()
                        .map(cron -> cron.latest(planned, clock.instant()))
                        .orElseThrow()
                : new Cron.Latest(planned, 0);
        return runs.open(new Request(
                schedule.name(),
                planned.toString(),
                Cause.SCHEDULE,
                latest.planned(),
                schedule.businessDate(latest.planned()),
                latest.before()));
    }

    private boolean tooLate(LocalRun run) {
        return run.status() == Status.PLANNED
                && run.cause() == Cause.SCHEDULE
                && schedule.startWithin()
                        .filter(within -> run.run().plannedAt().plus(within).isBefore(clock.instant()))
                        .isPresent();
    }

    private CompletionHandler<Void> whatFollows(LocalRun run, ExecutionContext context) {
        if (run.status() == Status.DONE && run.cause() != Cause.BACKFILL) {
            dependents.forEach(dependent -> {
                Request request = new Request(
                        dependent.name(),
                        "after " + run.schedule() + " " + run.key(),
                        Cause.AFTER,
                        run.run().plannedAt(),
                        dependent.businessDate(run.run().plannedAt()));
                if (runs.open(request).status() == Status.PLANNED) {
                    context.getSchedulerClient()
                            .scheduleIfNotExists(instance(dependent.name(), request.key()), clock.instant());
                }
            });
        }
        boolean nextIsPlanned = LocalScheduler.planned(context.getSchedulerClient(), schedule.name())
                .anyMatch(it -> !it.getTaskInstance().getId().equals(run.key())); // so when an old run is run again
        return run.cause() == Cause.SCHEDULE && !nextIsPlanned
                ? planNext(run.run().plannedAt(), run.run().plannedAt())
                : (complete, then) -> then.remove();
    }

    /** Plans the first time after both instants, in the place of this one. */
    private CompletionHandler<Void> planNext(Instant planned, Instant now) {
        Instant later = planned.isAfter(now) ? planned : now;
        Optional<Instant> next = schedule.cron().flatMap(cron -> cron.after(later));
        return (complete, then) -> next.ifPresentOrElse(
                time -> then.removeAndScheduleNew(
                        SchedulableInstance.of(instance(schedule.name(), time.toString()), time)),
                then::remove);
    }
}
