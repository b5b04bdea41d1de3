package org.offtake.schedules.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.schedules.Commands;
import org.offtake.schedules.Schedules;

/** Schedulers with threads, processes and a clock as in real life. */
class SeveralSchedulersTest {
    private static final String SCHEDULE = Desk.file(
            "cron: \"0 0 1 1 *\"", "steps:", "  first: ./offtake first {business_date}", "  second: ./offtake second");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void two_schedulers_on_one_database_run_each_run_once() throws Exception {
        try (OwnDatabase database = new OwnDatabase()) {
            Queue<String> ran = new ConcurrentLinkedQueue<>();
            Schedules schedules = schedules();
            LocalDate first = LocalDate.of(2026, 11, 1);
            new LocalEngine(database.database(), folder, Clock.systemUTC())
                    .backfill(schedules.get("yearly"), first, first.plusDays(29));
            try (LocalScheduler one = start(database, schedules, noting("one", ran));
                    LocalScheduler other = start(database, schedules, noting("other", ran))) {
                assertThat(one).isNotSameAs(other);
                waitFor(() -> ended(database) == 30);
            }

            assertThat(ran.stream()
                            .map(line -> line.substring(line.indexOf(' ') + 1))
                            .filter(it -> it.startsWith("first")))
                    .hasSize(30)
                    .doesNotHaveDuplicates();
            assertThat(ran.stream().map(line -> line.substring(0, line.indexOf(' '))))
                    .as("both had a share")
                    .contains("one", "other");
        }
    }

    @Test
    void a_scheduler_that_is_stopped_lets_the_step_end_and_the_next_start_goes_on_with_the_next_step()
            throws Exception {
        try (OwnDatabase database = new OwnDatabase()) {
            Queue<String> ran = new ConcurrentLinkedQueue<>();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch mayEnd = new CountDownLatch(1);
            new LocalEngine(database.database(), folder, Clock.systemUTC())
                    .trigger(schedules().get("yearly"), Optional.of(LocalDate.of(2026, 11, 1)));
            LocalScheduler scheduler = start(database, schedules(), (words, log) -> {
                begun.countDown();
                await(mayEnd);
                ran.add(String.join(" ", words));
                return new Commands.Outcome(0, "");
            });
            begun.await();
            Thread closing = new Thread(scheduler::close);
            closing.start();
            waitFor(() -> scheduler.scheduler().getSchedulerState().isShuttingDown());
            mayEnd.countDown();
            closing.join();
            assertThat(ran).containsExactly("first 2026-11-01");
            assertThat(database.column("select status || ' ' || steps_done || ' ' || message from app.schedule_run"))
                    .containsExactly("waiting 1 the scheduler was stopped; it goes on when it is started");

            try (LocalScheduler again = start(database, schedules(), noting("again", ran))) {
                assertThat(again).isNotNull();
                waitFor(() -> ended(database) == 1);
            }
            assertThat(ran).containsExactly("first 2026-11-01", "again second");
        }
    }

    @Test
    void a_run_whose_process_was_killed_is_taken_over_and_runs_its_step_again() throws Exception {
        try (OwnDatabase database = new OwnDatabase()) {
            Schedules schedules = schedules();
            new LocalEngine(database.database(), folder, Clock.systemUTC())
                    .trigger(schedules.get("yearly"), Optional.of(LocalDate.of(2026, 11, 1)));
            Process process = otherProcess(database);
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            assertThat(output.readLine()).isEqualTo("at work on first 2026-11-01");
            process.destroyForcibly().waitFor();
            assertThat(database.column("select status from app.schedule_run")).containsExactly("running");

            Queue<String> ran = new ConcurrentLinkedQueue<>();
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3));
            try (LocalScheduler other = new LocalScheduler(
                    database.database(),
                    schedules,
                    noting("other", ran),
                    folder,
                    later,
                    tasks -> quick(database, tasks))) {
                other.start();
                waitFor(() -> ended(database) == 1);
            }

            assertThat(ran).containsExactly("other first 2026-11-01", "other second");
            assertThat(database.column("select step_name || coalesce(' ' || exit_code, ' was ended from outside')"
                            + " from app.schedule_attempt order by attempt"))
                    .containsExactly("first was ended from outside", "first 0", "second 0");
        }
    }

    /** Runs schedules whose steps never end, until it is killed. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] arguments) throws IOException {
            org.offtake.serving.Database database =
                    new org.offtake.serving.Database(arguments[0], arguments[1], arguments[2]);
            Schedules schedules = Schedules.read(List.of(Path.of(arguments[3])), Desk.AMSTERDAM);
            LocalScheduler.start(
                    database,
                    schedules,
                    (words, log) -> {
                        System.out.println("at work on " + String.join(" ", words));
                        await(new CountDownLatch(1));
                        return new Commands.Outcome(0, "");
                    },
                    Path.of(arguments[3]),
                    Clock.systemUTC());
        }
    }

    private Process otherProcess(OwnDatabase database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        database.database().url(),
                        database.database().user(),
                        database.database().password(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Schedules schedules() throws IOException {
        Files.writeString(folder.resolve("yearly.yml"), SCHEDULE);
        return Schedules.read(List.of(folder), Desk.AMSTERDAM);
    }

    private LocalScheduler start(OwnDatabase database, Schedules schedules, Commands commands) {
        LocalScheduler scheduler = new LocalScheduler(
                database.database(), schedules, commands, folder, Clock.systemUTC(), tasks -> quick(database, tasks));
        scheduler.start();
        return scheduler;
    }

    private static com.github.kagkarlsson.scheduler.SchedulerBuilder quick(
            OwnDatabase database, List<com.github.kagkarlsson.scheduler.task.Task<?>> tasks) {
        return Scheduler.create(database.database().dataSource(), tasks).pollingInterval(Duration.ofMillis(50));
    }

    private static Commands noting(String who, Queue<String> ran) {
        return (words, log) -> {
            ran.add(who + " " + String.join(" ", words));
            return new Commands.Outcome(0, "");
        };
    }

    private static long ended(OwnDatabase database) {
        return database.column("select 1 from app.schedule_run where finished_at is not null")
                .size();
    }

    private static void waitFor(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("within a minute").isBefore(end);
            Thread.sleep(20);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
