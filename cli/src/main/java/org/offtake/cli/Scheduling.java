package org.offtake.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offtake.etl.configuration.Airflow;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.configuration.Mail;
import org.offtake.outbound.mail.MailServer;
import org.offtake.outbound.mail.Post;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.Schedules;
import org.offtake.schedules.airflow.AirflowEngine;
import org.offtake.schedules.airflow.DagSettings;
import org.offtake.schedules.alarm.AlarmDesk;
import org.offtake.schedules.alarm.Notices;
import org.offtake.schedules.alarm.Watch;
import org.offtake.schedules.local.LocalEngine;
import org.offtake.schedules.local.LocalScheduler;

/** The schedules of a configured warehouse, and their runs in its database. */
record Scheduling(Warehouse warehouse, Clock clock) {
    Scheduling(Warehouse warehouse) {
        this(warehouse, Clock.systemUTC());
    }

    /** The shipped schedules, and the user's own. */
    Schedules schedules() {
        List<Path> folders = new ArrayList<>(List.of(warehouse.house().schedules()));
        folders.addAll(warehouse.configuration().schedules());
        return Schedules.read(folders, warehouse.configuration().company().zone())
                .refusing(new TypedStep()::wrong);
    }

    /** What runs the schedules, whether it is at work or not: Airflow, where it is configured. */
    Engine engine() {
        return warehouse
                .configuration()
                .airflow()
                .<Engine>map(this::engine)
                .orElseGet(() -> new LocalEngine(warehouse.migratedDatabase(), logs(), clock));
    }

    AirflowEngine engine(Airflow airflow) {
        return new AirflowEngine(airflow.url(), airflow.user(), airflow.password(), clock);
    }

    /** A day to come has brought nothing yet. */
    void refuseFuture(Schedule schedule, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), schedule.zone());
        if (day.isAfter(today)) {
            throw new IllegalArgumentException(day + " is to come: give a business date until today, " + today);
        }
    }

    /** How the workers of Airflow run our commands, with or without one that is configured. */
    DagSettings dagSettings() {
        Optional<Airflow> airflow = warehouse.configuration().airflow();
        Path here = warehouse.house().root();
        Path config = warehouse.configuration().file();
        Optional<Path> named = airflow.flatMap(Airflow::config)
                .map(Path::of)
                .or(() ->
                        config.equals(here.resolve(ConfiguredCommand.USUAL)) ? Optional.empty() : Optional.of(config));
        return new DagSettings(
                airflow.flatMap(Airflow::checkout).orElse(here.toString()),
                named,
                airflow.map(Airflow::pool).orElse("default_pool"),
                airflow.flatMap(Airflow::sparkSubmit)
                        .<DagSettings.Operator>map(submit ->
                                new DagSettings.SparkSubmit(submit.connection(), submit.application(), submit.jars()))
                        .orElseGet(DagSettings.Bash::new));
    }

    /** Each run has a file below this folder. */
    private Path logs() {
        return warehouse.configuration().home().resolve("logs").resolve("schedules");
    }

    /** Begins to run what is due, on engines that stay warm. */
    LocalScheduler start(Engines engines) {
        warehouse.configuration().airflow().ifPresent(airflow -> {
            throw new IllegalArgumentException("the configuration names the Airflow at " + airflow.url()
                    + ", which runs the schedules; take 'airflow' out of it to run them here");
        });
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
        Watch watch = new Watch(
                warehouse.migratedDatabase(),
                schedules(),
                engine(),
                configuration.company().zone());
        return new AlarmDesk(warehouse.migratedDatabase(), watch, mailing, System.err::println, clock);
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
