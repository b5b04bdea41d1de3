package org.offtake.cli;

import org.offtake.schedules.Schedule;
import org.offtake.schedules.local.Pauses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a schedule pass over its times. */
@Command(
        name = "pause",
        description = "Let a schedule pass over its times until `schedule unpause`; it can still be triggered.")
final class SchedulePauseCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "SCHEDULE", description = "The schedule.")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; people will read it.")
    private String reason = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who asks (default: ${DEFAULT-VALUE}).")
    private String by = "";

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Schedule schedule = scheduling.schedules().get(name);
        new Pauses(scheduling.database())
                .pause(schedule.name(), scheduling.clock().instant(), by, reason);
        System.err.println(name + " is paused; `offtake schedule unpause " + name + again() + "` ends that");
        return ExitCode.DONE;
    }
}
