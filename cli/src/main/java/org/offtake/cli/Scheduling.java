package org.offtake.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
import org.offtake.serving.Database;
import org.offtake.serving.Migrations;

/** The schedules of a configured warehouse, and their runs in its database. */
record Scheduling(Warehouse warehouse, Clock clock) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    Scheduling(Warehouse warehouse) {
        this(warehouse, Clock.systemUTC());
    }

    /** The shipped schedules, and the user's own. */
    Schedules schedules() {
        List<Path> folders = new ArrayList<>(List.of(warehouse.house().schedules()));
        folders.addAll(warehouse.configuration().schedules());
        return Schedules.read(folders, warehouse.configuration().company().zone());
    }

    Database database() {
        Migrations.migrate(warehouse.database(), warehouse.house().migrations());
        return warehouse.database();
    }

    Requests requests() {
        return new Requests(database(), clock);
    }

    ScheduleRuns runs() {
        return new ScheduleRuns(database());
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
        return LocalScheduler.start(database(), schedules, commands, logs(), clock);
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
        return new AlarmDesk(database(), schedules(), mailing, System.err::println, clock);
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

    /** On the wall clock of the zone, to the minute. */
    static String local(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }
}
