package org.offtake.cli;

import picocli.CommandLine.Command;

/** Looks once whether all goes well. */
@Command(
        name = "watch",
        description = {
            "Look once for failed runs, broken promises and figures that are no longer published, and tell people by mail.",
            "Each is told once, and again when it is well. `schedule run` looks every minute."
        })
final class ScheduleWatchCommand extends ConfiguredCommand {
    @Override
    int work(Warehouse warehouse) {
        int untold = new Scheduling(warehouse).alarms().look();
        return untold == 0 ? ExitCode.DONE : ExitCode.AWAY_OR_BUSY;
    }
}
