package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.schedules.Cause;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Status;
import org.offtake.schedules.local.LocalScheduler;

/** A shop whose schedules are run by a real Airflow, which is asked for through a witness. */
record AirflowShop(Path folder, Shop shop, Shop.Installed installed, LiveAirflow airflow, Witness witness)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int MANY = 50;

    private static final String OPENED =
            "java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util"
                    + " java.util.concurrent java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar";

    /** @param venv where Airflow is installed */
    static AirflowShop start(Path folder, Path venv) throws IOException, InterruptedException {
        Shop shop = Shop.alone(folder);
        new AirflowSchedules(folder.resolve("house/schedules")).write();
        LiveAirflow airflow = LiveAirflow.start(venv, folder.resolve("airflow"), folder.resolve("dags"));
        AirflowShop started = new AirflowShop(folder, shop, shop.installed(), airflow, new Witness(airflow.url()));
        started.configure(Files.readString(shop.configuration())
                + """
                airflow:
                  url: "%s"
                  user: %s
                  password: %s
                  dags: dags
                  checkout: %s
                  variables: {offtake_greeting: hello}
                """.formatted(
                        started.witness.url(), LiveAirflow.USER, LiveAirflow.PASSWORD, folder.resolve("checkout")));
        started.writeLauncher();
        return started;
    }

    private void configure(String text) throws IOException {
        Files.writeString(shop.configuration(), text);
    }

    /** Runs a command with something else in the place of a part of the configuration. */
    Answer runWith(String other, String part, String... words) throws IOException {
        String good = Files.readString(shop.configuration());
        configure(good.replace(part, other));
        Answer answer = run(words);
        configure(good);
        return answer;
    }

    /** What was written for Airflow to read. */
    List<String> dagFiles() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("dags"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".py")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    Answer run(String... words) {
        return shop.run(words);
    }

    /** In the place of our launcher: a query that says pretend ends as the test says, all else is the real command. */
    private void writeLauncher() throws IOException {
        String opened = Stream.of(OPENED.split(" "))
                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                .collect(Collectors.joining(" "));
        String java = Path.of(System.getProperty("java.home"), "bin/java") + " -Xmx1g " + opened;
        Path launcher = Files.createDirectories(folder.resolve("checkout")).resolve("offtake");
        Files.writeString(launcher, """
                #!/usr/bin/env bash
                # Written by a test.
                cd "$(dirname "$0")"
                read -r pretend step rest <<<"$2"
                if [ "$pretend" != pretend ]; then
                    exec %s -XX:TieredStopAtLevel=1 -Dofftake.house=%s -Duser.timezone=UTC -cp '%s' org.offtake.cli.Offtake "$@"
                fi
                codes="codes_$step"
                touch "$codes"
                code=$(head -1 "$codes")
                sed -i 1d "$codes"
                echo "$2" | tee -a asked
                if [ "${code:-0}" != 0 ]; then echo "it ended with $code" >&2; fi
                exit "${code:-0}"
                """.formatted(java, shop.house(), System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** How a step that only pretends ends, at its next tries. */
    void codes(String step, String... codes) throws IOException {
        Files.writeString(folder.resolve("checkout/codes_" + step), String.join("\n", codes) + "\n");
    }

    Stream<String> asked() {
        try {
            return Files.readAllLines(folder.resolve("checkout/asked")).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Answer backfill(String schedule, String[] range, String... more) {
        return shop.run(Stream.of(Stream.of("schedule", "backfill", schedule), Stream.of(range), Stream.of(more))
                .flatMap(it -> it)
                .toArray(String[]::new));
    }

    Schedule schedule(String name) {
        try (Warehouse warehouse = Warehouse.open(shop.configuration())) {
            return new Scheduling(warehouse).schedules().get(name);
        }
    }

    List<ScheduleRun> runs(String schedule) {
        try (Warehouse warehouse = Warehouse.open(shop.configuration())) {
            return new Scheduling(warehouse).engine().newest(schedule(schedule), MANY);
        }
    }

    ScheduleRun await(String schedule, Predicate<ScheduleRun> wanted) {
        Instant end = Clock.systemUTC().instant().plus(PATIENCE);
        while (true) {
            List<ScheduleRun> runs = runs(schedule);
            Optional<ScheduleRun> found = runs.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(Clock.systemUTC().instant()).as("in time: %s", runs).isBefore(end);
            rest();
        }
    }

    void awaitAll(String schedule, LocalDate first, LocalDate last) {
        try (Warehouse warehouse = Warehouse.open(shop.configuration())) {
            awaitAll(new Scheduling(warehouse).engine(), schedule(schedule), first, last);
        }
    }

    static void awaitAll(Engine engine, Schedule schedule, LocalDate first, LocalDate last) {
        Instant end = Clock.systemUTC().instant().plus(PATIENCE);
        long days = Engine.days(first, last).count();
        while (engine.newest(schedule, MANY).stream()
                        .filter(run -> run.cause() == Cause.BACKFILL && run.status() == Status.DONE)
                        .count()
                < days) {
            assertThat(Clock.systemUTC().instant())
                    .as("in time: %s", engine.newest(schedule, MANY))
                    .isBefore(end);
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static void deliver(Shop shop) throws IOException {
        shop.write("drop/doors_20240302.csv", "nr;dag;aantal\nv5;02-03-2024;7\n");
    }

    /** Another shop with the same files, whose days are run without Airflow. */
    static Shop ranByOurOwnScheduler(Path folder, LocalDate first, LocalDate last) throws IOException {
        Shop other = Shop.alone(folder);
        deliver(other);
        try (Engines engines = new Engines();
                Shop.Installed itself = other.installed();
                Warehouse warehouse = Warehouse.open(other.configuration(), engines)) {
            assertThat(itself).isNotNull();
            Scheduling scheduling = new Scheduling(warehouse);
            try (LocalScheduler scheduler = scheduling.start(engines)) {
                assertThat(scheduler).isNotNull();
                Schedule schedule = scheduling.schedules().get("warehouse");
                scheduling.engine().backfill(schedule, first, last);
                awaitAll(scheduling.engine(), schedule, first, last);
            }
        }
        return other;
    }

    @Override
    public void close() {
        installed.close();
        witness.close();
        airflow.close();
    }
}
