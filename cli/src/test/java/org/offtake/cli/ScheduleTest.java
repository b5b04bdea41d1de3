package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.Schedules;
import org.offtake.schedules.Step;
import org.offtake.schedules.local.LocalScheduler;

/** Schedules on a real warehouse, by the commands a person types. */
class ScheduleTest {
    @TempDir
    private Path folder = Path.of(".");

    private Shop.Installed installed = () -> {};

    @AfterEach
    void leave() {
        installed.close();
    }

    @TestFactory
    Stream<DynamicTest> each_step_of_a_shipped_schedule_is_a_command_that_can_be_typed() {
        Schedules shipped = Schedules.read(List.of(House.here().schedules()), ZoneId.of("Europe/Amsterdam"));
        return shipped.byName().values().stream().flatMap(schedule -> schedule.steps().stream()
                .map(step -> DynamicTest.dynamicTest(
                        schedule.name() + " " + step.name(),
                        () -> assertThat(new TypedStep().wrong(step)).isEmpty())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            rnu --date 2024-03-01    | Unmatched arguments from index 0: 'rnu', '--date', '2024-03-01'. Did you mean: offtake run?
            run --dat 2024-03-01     | Unknown options: '--dat', '2024-03-01'
            run --date yesterday     | 'yesterday' is no day such as 2026-11-21
            run --config other.yml   | leave out --config
            schedule                 | 'offtake schedule' is no command that can be scheduled
            schedule statsu          | Did you mean: offtake schedule status?
            schedule backfill visits | Missing required options
            new kpi margin           | 'offtake new kpi' is no command that can be scheduled
            """)
    void a_step_that_nobody_could_type_is_refused_before_anything_runs(String typed, String told) {
        assertThat(new TypedStep().wrong(new Step("land", List.of(typed.split(" ")))))
                .hasValueSatisfying(problem -> assertThat(problem).contains(told));
    }

    @Test
    void what_is_asked_for_runs_on_one_warm_session_and_says_how_it_stands() throws Exception {
        Shop shop = Shop.alone(folder);
        installed = shop.installed();
        shop.write("own/schedules/visits.yml", """
                about: Takes in what was counted at the door.
                owner: shop
                cron: "0 5 1 1 *"
                steps:
                  land: ./offtake land --date {business_date}
                  rest: ./offtake run --date {business_date}
                """);
        shop.write("own/schedules/nightly.yml", """
                about: Nothing, so that the shipped one does not run meanwhile.
                owner: shop
                after: visits
                steps:
                  question: ./offtake sql "select sum(visitors) as visitors from gold.fact_visit"
                """);
        assertThat(shop.run("schedule", "logs", "visits").err())
                .contains("visits has not run yet; ask for a run with `offtake schedule trigger visits --config");
        assertThat(shop.run("schedule", "trigger", "visits", "--date", "2024-03-01")
                        .err())
                .contains("run 1 of visits for 2024-03-01 is asked for");
        try (Engines engines = new Engines();
                Warehouse warehouse = Warehouse.open(shop.configuration(), engines)) {
            Scheduling scheduling = new Scheduling(warehouse);
            try (LocalScheduler scheduler = scheduling.start(engines)) {
                assertThat(scheduler).isNotNull();
                waitFor(scheduling, "nightly");
                String session = engines.spark(folder).sparkContext().applicationId();
                shop.write("drop/doors_20240302.csv", "nr;dag;aantal\nv5;02-03-2024;7\n");
                scheduling.engine().backfill(scheduling.schedules().get("visits"), day(2), day(3));
                waitForRuns(scheduling, "visits", 3);
                assertThat(engines.spark(folder).sparkContext().applicationId()).isEqualTo(session);
            }
        }

        assertThat(shop.run("schedule", "status", "--format", "csv").out())
                .contains("nightly,2,after,", "morning_signals,3,after,", "visits,5,backfill,")
                .contains(",2024-03-03,done,2 of 2,");
        assertThat(shop.run("schedule", "logs", "nightly").out())
                .contains("./offtake sql ", "visitors\n5.000000\n", "# exit code 0\n");
        assertThat(shop.run(
                                "sql",
                                "--mart",
                                "--format",
                                "csv",
                                "select sum(visitors) as visitors from mart.kpi_visit_day")
                        .out())
                .isEqualTo("visitors\n12.000000\n");
        assertThat(shop.run("signals", "mail").err()).contains("no mail is configured, so none is sent");
        assertThat(shop.run("maintain").err())
                .containsPattern("maintained \\d+ tables of the lake, and \\d+ of PostgreSQL");
        assertThat(shop.run("maintain", "--keep-days", "1").code()).isEqualTo(ExitCode.OUR_MISTAKE);
    }

    @Test
    void a_step_that_cannot_end_well_is_told_with_its_reason_and_can_be_cleared() throws Exception {
        Shop shop = Shop.alone(folder);
        installed = shop.installed();
        shop.write("own/schedules/visits.yml", """
                about: Asks for what is not there.
                owner: shop
                cron: "0 5 1 1 *"
                steps:
                  question: ./offtake sql "select * from gold.fact_vist"
                """);
        assertThat(shop.run("schedule", "trigger", "visit").err()).contains("Did you mean 'visits'?");
        shop.run("schedule", "trigger", "visits");
        try (Engines engines = new Engines();
                Warehouse warehouse = Warehouse.open(shop.configuration(), engines)) {
            Scheduling scheduling = new Scheduling(warehouse);
            try (LocalScheduler scheduler = scheduling.start(engines)) {
                assertThat(scheduler).isNotNull();
                waitForRuns(scheduling, "visits", 1);
            }
        }

        assertThat(shop.run("schedule", "status", "visits", "--format", "csv").out())
                .contains("failed,0 of 1,")
                .contains("step question ended with exit code 40: ");
        assertThat(shop.run("schedule", "clear", "visits", "1").err())
                .contains("run 1 of visits goes on with question");
        assertThat(shop.run("schedule", "clear", "visits", "1").err())
                .contains("run 1 of visits is waiting; only one that failed or was skipped can be run again");
        assertThat(shop.run("schedule", "pause", "visits", "--reason", "holidays", "--by", "us")
                        .err())
                .contains("visits is paused");
        assertThat(shop.run("schedule", "status").err()).contains("visits: paused since ", " by us: holidays");
        assertThat(shop.run("schedule", "unpause", "visits").err()).contains("runs at its times again");
        assertThat(shop.run("schedule", "backfill", "visits", "--from", "2024-03-01", "--to", "2024-03-02", "--dry-run")
                        .out())
                .isEqualTo("./offtake sql \"select * from gold.fact_vist\"\n".repeat(2));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2024, 3, day);
    }

    private static void waitFor(Scheduling scheduling, String schedule) throws InterruptedException {
        waitForRuns(scheduling, schedule, 1);
    }

    private static void waitForRuns(Scheduling scheduling, String schedule, int count) throws InterruptedException {
        Instant end = Clock.systemUTC().instant().plusSeconds(300);
        Engine engine = scheduling.engine();
        Schedule waited = scheduling.schedules().get(schedule);
        while (engine.newest(waited, count).stream()
                        .filter(run -> run.finishedAt().isPresent())
                        .count()
                < count) {
            assertThat(Clock.systemUTC().instant()).as("within five minutes").isBefore(end);
            Thread.sleep(100);
        }
    }
}
