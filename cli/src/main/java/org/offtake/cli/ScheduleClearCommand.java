package org.offtake.cli;

import org.offtake.schedules.Schedule;
import org.offtake.schedules.local.ScheduleRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a run go on that had ended badly. */
@Command(name = "clear", description = "Let a run that failed or was skipped go on with the step that was not done.")
final class ScheduleClearCommand extends ConfiguredCommand {
    @Parameters(index = "0", paramLabel = "SCHEDULE", description = "The schedule.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "The number of the run, as `schedule status` shows it.")
    private long run;

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Schedule schedule = scheduling.schedules().get(name);
        ScheduleRun cleared = scheduling.requests().again(scheduling.runs().get(schedule.name(), run));
        System.err.println("run " + cleared.id() + " of " + cleared.schedule() + " goes on with "
                + schedule.steps()
                        .get(Math.min(cleared.stepsDone(), schedule.steps().size() - 1))
                        .name());
        return ExitCode.DONE;
    }
}
