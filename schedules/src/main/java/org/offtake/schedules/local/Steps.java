package org.offtake.schedules.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.offtake.schedules.Commands;
import org.offtake.schedules.Commands.Outcome;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.Status;
import org.offtake.schedules.Step;

/** Runs the steps of a run, from the first that is not done. */
final class Steps {
    /** A step whose process was ended this often is what ends it. */
    private static final int MOST_KILLED = 3;

    private static final int DONE = 0;

    private final ScheduleRuns runs;
    private final Attempts attempts;
    private final Commands commands;
    private final Path logs;
    private final Clock clock;

    /** @param logs a folder; each run has a file there */
    Steps(ScheduleRuns runs, Attempts attempts, Commands commands, Path logs, Clock clock) {
        this.runs = runs;
        this.attempts = attempts;
        this.commands = commands;
        this.logs = logs;
        this.clock = clock;
    }

    /**
     * How the steps ended.
     *
     * @param again when to go on; empty when the run has ended
     * @param goesOn whether the next step runs although this one is not done
     */
    record End(Optional<Instant> again, boolean goesOn) {
        static final End FINAL = new End(Optional.empty(), false);
        private static final End GOES_ON = new End(Optional.empty(), true);

        static End until(Instant again) {
            return new End(Optional.of(again), false);
        }
    }

    End run(Schedule schedule, LocalRun run, BooleanSupplier stopping) {
        runs.starts(run, clock.instant());
        List<Step> all = schedule.steps();
        for (int done = run.run().stepsDone(); done < all.size(); done++) {
            if (stopping.getAsBoolean()) {
                runs.waits(run, "the scheduler was stopped; it goes on when it is started");
                return End.until(clock.instant());
            }
            Step step = all.get(done);
            if (attempts.killed(run, step.name()) >= MOST_KILLED) {
                return fail(
                        run,
                        "step " + step.name() + " was ended from outside " + MOST_KILLED
                                + " times; see whether the machine has room for it");
            }
            Outcome outcome = attempt(run, step);
            if (outcome.exitCode() == DONE) {
                runs.stepsDone(run, done + 1, null);
                continue;
            }
            End end = notDone(schedule, run, step, outcome);
            if (!end.goesOn()) {
                return end;
            }
            runs.stepsDone(run, done + 1, said(step, outcome));
        }
        runs.done(run, clock.instant());
        return End.FINAL;
    }

    private Outcome attempt(LocalRun run, Step step) {
        int attempt = attempts.begins(run, step.name(), clock.instant());
        Outcome outcome = commands.run(step.on(run.run().businessDate()), LocalEngine.logOf(logs, run.run()));
        attempts.ends(run, attempt, clock.instant(), outcome);
        return outcome;
    }

    private End notDone(Schedule schedule, LocalRun run, Step step, Outcome outcome) {
        int failures = attempts.failures(run, step.name());
        String what = said(step, outcome);
        Optional<Duration> wait = schedule.retry().waitAfter(outcome.exitCode(), failures);
        if (wait.isEmpty()) {
            return schedule.retry().after(outcome.exitCode()).goesOn() ? End.GOES_ON : fail(run, what);
        }
        Instant again = clock.instant().plus(wait.get());
        int left = schedule.retry().after(outcome.exitCode()).times() - failures;
        runs.waits(run, what + "; tried again in " + Words.of(wait.get()) + (left == 0 ? ", for the last time" : ""));
        return End.until(again);
    }

    private static String said(Step step, Outcome outcome) {
        return "step " + step.name() + " ended with exit code " + outcome.exitCode() + ": " + outcome.said();
    }

    private End fail(LocalRun run, String why) {
        runs.ends(run, Status.FAILED, clock.instant(), why);
        return End.FINAL;
    }
}
