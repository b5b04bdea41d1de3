package org.offtake.cli;

import org.offtake.schedules.alarm.AlarmDesk;
import org.offtake.schedules.local.LocalScheduler;
import picocli.CommandLine.Command;

/** Runs what is due, until somebody ends it. */
@Command(
        name = "run",
        description = {
            "Run every schedule when it is due, on one warm Spark session, until it is ended (Ctrl-C).",
            "A step that is under way then is let to end, and the rest of its run is done after the next start;",
            "a second Ctrl-C ends at once. Several may run on one database: each run is done once."
        })
final class ScheduleRunCommand extends ConfiguredCommand {
    @Override
    int work(Warehouse warehouse) {
        EndSignal end = EndSignal.watched();
        Scheduling scheduling = new Scheduling(warehouse);
        try (LocalScheduler scheduler = scheduling.start(warehouse.engines());
                AlarmDesk.Watching watching = scheduling.alarms().everyMinute()) {
            System.err.println("the schedules run until you press Ctrl-C; `offtake schedule status" + again()
                    + "` shows how they stand");
            end.await();
            System.err.println(
                    scheduler.atWork()
                            ? "stopping when the step that is under way has ended; press Ctrl-C again to end at once"
                            : "stopping");
        }
        return ExitCode.DONE;
    }
}
