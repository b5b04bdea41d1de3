package org.offtake.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.configuration.Mail;
import org.offtake.outbound.mail.MailServer;
import org.offtake.outbound.mail.Post;
import org.offtake.schedules.Schedules;
import org.offtake.schedules.alarm.AlarmDesk;
import org.offtake.schedules.alarm.Notices;
import org.offtake.schedules.local.LocalScheduler;
import org.offtake.schedules.local.Requests;
import org.offtake.schedules.local.ScheduleRuns;

/** The schedules of a configured warehouse, and their runs in its database. */
record Scheduling(Warehouse warehouse, Clock clock) {
    Scheduling(Warehouse warehouse) {
        this(warehouse, Clock.systemUTC());
    }

    /** The shipped schedules, and the user's own. */
    Schedules schedules() {
        List<Path> folders = new ArrayList<>(List.of(warehouse.house().schedules()));
        folders.addAll(warehouse.configuration().schedules());
        return Schedules.read(folders, warehouse.configuration().company().zone());
    }

    Requests requests() {
        return new Requests(warehouse.migratedDatabase(), clock);
    }

    ScheduleRuns runs() {
        return new ScheduleRuns(warehouse.migratedDatabase());
    }

    /** Each run has a file below this folder. */
    Path logs() {
        return warehouse.configuration().home().resolve("logs").resolve("schedules");
    }

    /** Begins to run what is due, on engines that stay warm. */
    LocalScheduler start(Engines engines) {
        Schedules schedules = schedules();
        TypedCommands commands =
                new TypedCommands(engines, warehouse.configuration().file(), clock);
        return LocalScheduler.start(warehouse.migratedDatabase(), schedules, commands, logs(), clock);
    }

    /** Who looks whether all goes well; says it on standard error, and by mail where that is configured. */
    AlarmDesk alarms() {
        Configuration configuration = warehouse.configuration();
        Map<String, String> addresses = new TreeMap<>();
        configuration.people().forEach((name, person) -> addresses.put(name, person.mail()));
        Optional<AlarmDesk.Mailing> mailing = configuration
                .mail()
                .map(mail -> new AlarmDesk.Mailing(
                        new Notices(
                                addresses, mail.to(), configuration.company().zone()),
                        new Post(server(mail), clock)));
        return new AlarmDesk(warehouse.migratedDatabase(), schedules(), mailing, System.err::println, clock);
    }

    static MailServer server(Mail mail) {
        return new MailServer(
                mail.host(),
                mail.port(),
                MailServer.Security.valueOf(mail.security().toUpperCase(Locale.ROOT)),
                mail.user(),
                mail.password(),
                mail.from());
    }
}
