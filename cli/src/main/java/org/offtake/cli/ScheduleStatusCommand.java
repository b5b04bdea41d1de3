package org.offtake.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offtake.schedules.Cause;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Schedules;
import org.offtake.schedules.Status;
import org.offtake.schedules.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How the runs stand. */
@Command(name = "status", description = "The newest run of each schedule, or the runs of one; and when it runs next.")
final class ScheduleStatusCommand extends ConfiguredCommand {
    @Parameters(arity = "0..1", paramLabel = "SCHEDULE", description = "One schedule, and more of its runs.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--runs", description = "How many runs of the one (default: ${DEFAULT-VALUE}).")
    private int count = 20;

    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        if (count < 1) {
            throw new IllegalArgumentException("--runs is " + count + ": give a number above 0");
        }
        Scheduling scheduling = new Scheduling(warehouse);
        Schedules schedules = scheduling.schedules();
        List<Schedule> shown = name.map(one -> List.of(schedules.get(one)))
                .orElseGet(() -> List.copyOf(schedules.byName().values()));
        Engine engine = scheduling.engine();
        Instant now = scheduling.clock().instant();
        printing.print(
                List.of(
                        "schedule",
                        "run",
                        "cause",
                        "planned",
                        "business_date",
                        "status",
                        "steps",
                        "ended",
                        "promise",
                        "message"),
                shown.stream()
                        .flatMap(schedule -> engine.newest(schedule, name.isPresent() ? count : 1).stream()
                                .map(run -> row(schedule, run, now)))
                        .toList());
        shown.forEach(schedule -> System.err.println(schedule.name() + ": "
                + engine.paused(schedule).orElseGet(() -> engine.next(schedule)
                        .map(next -> "runs next at " + WallClock.minute(next, schedule.zone()) + " " + schedule.zone())
                        .orElseGet(() -> schedule.cron().isPresent() ? engine.planning() : "runs after another one"))));
        return ExitCode.DONE;
    }

    private static List<@Nullable Object> row(Schedule schedule, ScheduleRun run, Instant now) {
        ZoneId zone = schedule.zone();
        return Printing.row(
                schedule.name(),
                run.id(),
                run.cause().written(),
                WallClock.minute(run.plannedAt(), zone),
                run.businessDate(),
                run.status().written(),
                run.stepsDone() + " of " + schedule.steps().size(),
                run.finishedAt().map(end -> WallClock.minute(end, zone)).orElse(null),
                promise(schedule, run, now),
                Stream.concat(
                                run.message().stream(),
                                run.passedOver() == 0
                                        ? Stream.empty()
                                        : Stream.of(run.passedOver() + " planned times before it were passed over"))
                        .reduce((one, other) -> one + "; " + other)
                        .orElse(null));
    }

    /** Whether it was done by the time that was promised; empty where nothing was. */
    private static String promise(Schedule schedule, ScheduleRun run, Instant now) {
        Optional<Instant> due = schedule.readyBy(run.plannedAt());
        if (due.isEmpty() || run.cause() == Cause.HAND || run.cause() == Cause.BACKFILL) {
            return "";
        }
        if (run.status() == Status.DONE) {
            return run.finishedAt().orElse(now).isAfter(due.get()) ? "late" : "kept";
        }
        return now.isAfter(due.get()) ? "missed" : "by " + WallClock.minute(due.get(), schedule.zone());
    }
}
