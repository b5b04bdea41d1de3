package org.offtake.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.offtake.schedules.Schedules;
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

    /** On the wall clock of the zone, to the minute. */
    static String local(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }
}
