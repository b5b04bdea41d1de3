package org.offtake.cli;

import java.time.LocalDate;
import java.util.List;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a run for each day of a range. */
@Command(
        name = "backfill",
        description = {
            "Ask for a run for each business date of a range; what runs after the schedule does not.",
            "A day that was asked for before is not run again."
        })
final class ScheduleBackfillCommand extends ConfiguredCommand {
    private static final String NOTHING =
            "no run is asked for: each of these days was asked for before, or is none of the schedule's days";

    @Parameters(paramLabel = "SCHEDULE", description = "The schedule.")
    private String name = "";

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first business date.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DAY", required = true, description = "The last business date.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--dry-run", description = "Only print the commands that would run.")
    private boolean dryRun;

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Schedule schedule = scheduling.schedules().get(name);
        scheduling.refuseFuture(schedule, to);
        Engine engine = scheduling.engine();
        if (dryRun) {
            List<LocalDate> missing = engine.missing(schedule, from, to);
            if (missing.isEmpty()) {
                System.err.println(NOTHING);
            }
            missing.forEach(day ->
                    schedule.steps().stream().map(step -> step.typed(day)).forEach(System.out::println));
            return ExitCode.DONE;
        }
        List<LocalDate> asked = engine.backfill(schedule, from, to);
        if (asked.isEmpty()) {
            System.err.println(NOTHING);
            return ExitCode.DONE;
        }
        long others = Engine.days(from, to).count() - asked.size();
        System.err.println(asked.size() + " runs of " + name + " are asked for"
                + (others == 0 ? "" : "; " + others + " days were asked for before, or are none of its days"));
        return ExitCode.DONE;
    }
}
