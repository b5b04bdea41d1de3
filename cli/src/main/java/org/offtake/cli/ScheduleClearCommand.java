package org.offtake.cli;

import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a run go on that had ended badly. */
@Command(name = "clear", description = "Let a run that failed or was skipped go on with the step that was not done.")
final class ScheduleClearCommand extends ConfiguredCommand {
    @Parameters(index = "0", paramLabel = "SCHEDULE", description = "The schedule.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "The run, as `schedule status` shows it.")
    private String run = "";

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Schedule schedule = scheduling.schedules().get(name);
        Engine engine = scheduling.engine();
        ScheduleRun cleared = engine.again(schedule, engine.get(schedule, run));
        System.err.println("run " + cleared.id() + " of " + cleared.schedule() + " goes on with "
                + schedule.steps()
                        .get(Math.min(cleared.stepsDone(), schedule.steps().size() - 1))
                        .name());
        return ExitCode.DONE;
    }
}
