package org.offtake.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.offtake.dashboards.ViewerServer;
import org.offtake.schedules.alarm.AlarmDesk;
import org.offtake.schedules.local.LocalScheduler;

/**
 * The viewer on a configured warehouse, until somebody ends it.
 *
 * @param scheduling whether the schedules run too, when they are due
 */
record Serving(Warehouse warehouse, int port, boolean scheduling) {

    /** Says the link as its last line, and stays until the process is asked to end. */
    void untilEnded() {
        EndSignal end = EndSignal.watched();
        Optional<LocalScheduler> scheduler = Optional.empty();
        Optional<AlarmDesk.Watching> watching = Optional.empty();
        try (ViewerServer viewer = ViewerServer.start(
                warehouse.readerDatabase(),
                warehouse.migratedDatabase(),
                List.of(warehouse.house().dashboards()),
                port,
                Companies.of(warehouse.configuration()),
                Clock.systemUTC())) {
            if (scheduling) {
                Scheduling schedules = new Scheduling(warehouse);
                scheduler = Optional.of(schedules.start(warehouse.engines()));
                watching = Optional.of(schedules.alarms().everyMinute());
            }
            System.err.println("the dashboards are served" + (scheduling ? ", and the schedules run," : "")
                    + " until you press Ctrl-C; the link works once:");
            System.out.println(viewer.link());
            end.await();
        } finally {
            watching.ifPresent(AlarmDesk.Watching::close);
            scheduler.ifPresent(LocalScheduler::close);
        }
    }
}
