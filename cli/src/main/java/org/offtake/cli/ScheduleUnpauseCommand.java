package org.offtake.cli;

import org.offtake.schedules.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a pause. */
@Command(name = "unpause", description = "Let a paused schedule run at its times again.")
final class ScheduleUnpauseCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "SCHEDULE", description = "The schedule.")
    private String name = "";

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Schedule schedule = scheduling.schedules().get(name);
        boolean was = scheduling.engine().resume(schedule);
        System.err.println(name + (was ? " runs at its times again" : " was not paused"));
        return ExitCode.DONE;
    }
}
