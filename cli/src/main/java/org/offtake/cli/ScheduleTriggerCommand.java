package org.offtake.cli;

import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks for a run now. */
@Command(
        name = "trigger",
        description = {
            "Ask for a run now, for the business date of --date or the one that the schedule's rule gives.",
            "Asking again before it has ended gives the same run. A scheduler that runs does it within seconds."
        })
final class ScheduleTriggerCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "SCHEDULE", description = "The schedule.")
    private String name = "";

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Schedule schedule = scheduling.schedules().get(name);
        date().ifPresent(day -> scheduling.refuseFuture(schedule, day));
        ScheduleRun run = scheduling.engine().trigger(schedule, date());
        System.err.println("run " + run.id() + " of " + run.schedule() + " for " + run.businessDate()
                + " is asked for; see `offtake schedule logs " + run.schedule() + " --follow" + again() + "`");
        return ExitCode.DONE;
    }
}
