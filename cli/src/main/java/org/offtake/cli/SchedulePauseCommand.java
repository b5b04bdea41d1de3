package org.offtake.cli;

import org.offtake.schedules.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a schedule pass over its times. */
@Command(
        name = "pause",
        description = {
            "Let a schedule pass over its times until `schedule unpause`.",
            "It can still be triggered; not so under Airflow, which keeps no reason either."
        })
final class SchedulePauseCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "SCHEDULE", description = "The schedule.")
    private String name = "";

    @Mixin
    private Asking asking = new Asking();

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Schedule schedule = scheduling.schedules().get(name);
        scheduling.engine().pause(schedule, asking.by(), asking.reason());
        System.err.println(name + " is paused; `offtake schedule unpause " + name + again() + "` ends that");
        return ExitCode.DONE;
    }
}
