package org.offtake.cli;

import java.time.Instant;
import java.util.List;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.WallClock;
import org.offtake.schedules.When;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What there is to run, by the files alone. */
@Command(name = "list", description = "The schedules, and the next time of each by its file; needs no database.")
final class ScheduleListCommand extends ConfiguredCommand {
    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Instant now = scheduling.clock().instant();
        printing.print(
                List.of("schedule", "runs", "next", "time_zone", "ready_by", "owner", "about"),
                scheduling.schedules().byName().values().stream()
                        .map(schedule -> Printing.row(
                                schedule.name(),
                                runs(schedule),
                                schedule.cron()
                                        .flatMap(cron -> cron.after(now))
                                        .map(next -> WallClock.minute(next, schedule.zone()))
                                        .orElse(null),
                                schedule.zone(),
                                schedule.readyBy().orElse(null),
                                schedule.owner(),
                                schedule.about()))
                        .toList());
        return ExitCode.DONE;
    }

    private static String runs(Schedule schedule) {
        if (schedule.when() instanceof When.At at) {
            return at.cron().expression();
        }
        return "after " + ((When.After) schedule.when()).schedule();
    }
}
