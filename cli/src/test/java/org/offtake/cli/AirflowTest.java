package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.schedules.Cause;
import org.offtake.schedules.Engine;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Status;

/** The same schedule files under a real Airflow, by the commands a person types. One server serves all tests, in their order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AirflowTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
    private static final Instant AFTER_IT = Instant.parse("2026-11-23T00:00:00Z");

    private static final String[] RANGE = {
        "--from", FIRST.toString(), "--to", FIRST.plusDays(1).toString()
    };

    @TempDir
    private static Path folder;

    private static Optional<AirflowShop> started = Optional.empty();

    private static AirflowShop shop() {
        return started.orElseThrow();
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        if (LiveAirflow.installed().isPresent()) {
            started = Optional.of(
                    AirflowShop.start(folder, LiveAirflow.installed().get()));
        }
    }

    @AfterAll
    static void stop() {
        started.ifPresent(AirflowShop::close);
    }

    @BeforeEach
    void needsAirflow() {
        assumeTrue(
                started.isPresent(),
                "OFFTAKE_AIRFLOW is not set: it names the folder that Airflow 3 is installed in, as .ci/run does");
    }

    @Test
    @Order(1)
    void a_deployment_waits_until_all_is_read_and_the_second_one_changes_nothing() {
        Answer first = shop().run("schedule", "deploy");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err())
                .contains("pool offtake has 1 slot", "variable offtake_greeting is set")
                .contains("offtake_steps.py is written", "steps runs at its times");

        assertThat(shop().run("schedule", "deploy").err())
                .contains("offtake_steps.py is unchanged")
                .doesNotContain("written", "is set", "slot");
        assertThat(shop().run("schedule", "status").err())
                .contains("warehouse: runs next at ", "after: runs after another");
    }

    @Test
    @Order(2)
    void a_try_that_is_worth_it_is_waited_for() throws IOException {
        shop().codes("late", "45", "20");
        shop().run("schedule", "trigger", "patient", "--date", "2026-03-03");

        assertThat(shop().await("patient", run -> run.status() == Status.WAITING)
                        .message())
                .contains("step late is tried again after try 1");
    }

    @Test
    @Order(3)
    void a_run_that_is_asked_for_twice_is_one_also_when_the_first_answer_is_lost() {
        shop().witness().losesTheAnswerTo("POST .*/offtake_steps/dagRuns$");
        for (int time = 1; time <= 2; time++) {
            Answer asked = shop().run("schedule", "trigger", "steps", "--date", "2026-03-01");
            assertThat(asked.err()).contains("run offtake_by_hand__2026-03-01__1 of steps for 2026-03-01 is asked for");
        }

        Answer followed = shop().run("schedule", "logs", "steps", "--follow");
        assertThat(followed.out())
                .containsSubsequence("# one, try 1\n", "pretend one 2026-03-01", "# two, try 1\n", "pretend two");
        assertThat(followed.err()).contains("run offtake_by_hand__2026-03-01__1 of steps is done");
        assertThat(shop().runs("steps")).hasSize(1);
    }

    @Test
    @Order(4)
    void what_runs_after_another_has_its_business_date() {
        ScheduleRun followed = shop().await("after", run -> run.status() == Status.DONE);
        ScheduleRun asked = shop().runs("steps").get(0);

        assertThat(followed.cause()).isEqualTo(Cause.AFTER);
        assertThat(followed.plannedAt()).isEqualTo(asked.plannedAt());
        assertThat(shop().asked().filter(line -> line.startsWith("pretend three")))
                .containsExactly("pretend three " + followed.businessDate());
    }

    @Test
    @Order(5)
    void a_failed_run_says_why_and_goes_on_when_it_is_cleared_with_a_token_that_had_expired() throws Exception {
        shop().codes("two", "50");
        shop().run("schedule", "trigger", "steps", "--date", "2026-03-02");
        ScheduleRun failed = shop().await("steps", run -> run.status() == Status.FAILED);
        assertThat(failed.message().orElse("")).contains("step two failed at try 1", "ended with 50");
        assertThat(shop().run("schedule", "watch").err()).contains("ALARM steps for 2026-03-02 has failed");

        try (Warehouse warehouse = Warehouse.open(shop().shop().configuration())) {
            Engine engine = new Scheduling(warehouse).engine();
            assertThat(engine.get(shop().schedule("steps"), failed.id())).isEqualTo(failed);
            Thread.sleep(Duration.ofSeconds(LiveAirflow.TOKEN_SECONDS + 2).toMillis());
            engine.again(shop().schedule("steps"), failed);
        }
        assertThat(shop().witness().seen()).anyMatch(line -> line.endsWith(" 401"));
        ScheduleRun done = shop().await(
                        "steps", run -> run.status() == Status.DONE && run.id().equals(failed.id()));
        assertThat(done.stepsDone()).isEqualTo(2);
        assertThat(shop().asked().filter(line -> line.equals("pretend one 2026-03-02")))
                .hasSize(1);
    }

    @Test
    @Order(6)
    void a_backfill_runs_each_day_once_and_nothing_after_it_and_a_pause_is_a_pause() {
        assertThat(shop().backfill("steps", RANGE, "--dry-run").out()).isEqualTo("""
                        ./offtake sql "pretend one 2026-11-20"
                        ./offtake sql "pretend two"
                        ./offtake sql "pretend one 2026-11-21"
                        ./offtake sql "pretend two"
                        """);
        shop().witness().saysInsteadOfTheAnswerTo("POST /api/v2/backfills$", 502);
        assertThat(shop().backfill("steps", RANGE).err()).contains("2 runs of steps are asked for");
        assertThat(shop().backfill("steps", RANGE).err())
                .contains("no run is asked for: each of these days was asked for before");
        assertThat(shop().backfill("often", RANGE, "--dry-run").out())
                .matches("./offtake sql \"pretend four 2026-11-20\"\n./offtake sql \"pretend four 2026-11-21\"\n");
        assertThat(shop().backfill("often", RANGE).err()).contains("2 runs of often are asked for");
        Stream.of("steps", "often").forEach(it -> shop().awaitAll(it, FIRST, FIRST.plusDays(1)));

        assertThat(shop().runs("after")).extracting(ScheduleRun::plannedAt).allMatch(AFTER_IT::isBefore);
        assertThat(shop().run("schedule", "pause", "steps", "--reason", "holidays")
                        .err())
                .contains("steps is paused");
        assertThat(shop().run("schedule", "trigger", "steps").err())
                .contains("steps is paused in Airflow", "waits until `offtake schedule unpause steps`");
        assertThat(shop().run("schedule", "unpause", "steps").err()).contains("runs at its times again");
    }

    @Test
    @Order(7)
    void both_engines_make_the_same_warehouse_of_the_same_files() throws Exception {
        AirflowShop.deliver(shop().shop());
        assertThat(shop().backfill("warehouse", RANGE).err()).contains("2 runs of warehouse are asked for");
        Shop other = AirflowShop.ranByOurOwnScheduler(folder.resolve("other"), FIRST, FIRST.plusDays(1));
        shop().awaitAll("warehouse", FIRST, FIRST.plusDays(1));

        Answer prints = shop().run("fingerprint", "--format", "csv");
        assertThat(prints.out()).contains("gold.fact_visit");
        assertThat(prints.out())
                .isEqualTo(other.run("fingerprint", "--format", "csv").out());
    }

    @Test
    @Order(8)
    void an_exit_code_that_is_worth_it_is_tried_again_and_a_source_that_is_not_there_can_be_gone_on_without() {
        assertThat(shop().await("patient", run -> run.status() == Status.DONE).message())
                .contains("step late was gone on without, after try 2");
        assertThat(shop().asked().filter(line -> line.startsWith("pretend late")))
                .containsExactly("pretend late 2026-03-03", "pretend late 2026-03-03");
    }

    @Test
    @Order(9)
    void a_file_that_airflow_cannot_read_is_named_with_its_line_and_once_mended_no_longer() throws IOException {
        String application = "  spark_submit: {application: /opt/offtake.jar}\n  variables:";
        Answer answer = shop().runWith(application, "  variables:", "schedule", "deploy");
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err())
                .containsPattern(
                        "offtake_steps.py line \\d+: ModuleNotFoundError: No module named 'airflow.providers.apache'");

        // as when a reading of the old text ends after the new one was written: its error is newer than the known one
        shop().witness()
                .altersTheAnswerTo("GET /api/v2/importErrors$", text -> text.replaceAll("(timestamp\":\")20", "$110"));
        Answer mended = shop().run("schedule", "deploy");
        assertThat(mended.code()).as(mended.err()).isZero();
    }

    @Test
    @Order(10)
    void a_wrong_password_and_a_server_that_is_away_are_told_apart_and_no_secret_is_told() throws IOException {
        Answer wrong = shop().runWith("wr0ng-planted", LiveAirflow.PASSWORD, "schedule", "status");
        Answer away =
                shop().runWith("http://127.0.0.1:9", shop().witness().url().toString(), "schedule", "status");

        assertThat(wrong.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(wrong.err()).contains("with 401").doesNotContain("wr0ng-planted");
        assertThat(away.code()).isEqualTo(ExitCode.AWAY_OR_BUSY);
        assertThat(away.err())
                .contains("Airflow (http://127.0.0.1:9) did not answer")
                .doesNotContain("planted");
        assertThat(shop().dagFiles()).hasSize(5).noneMatch(text -> text.contains("planted"));
    }

    @Test
    @Order(11)
    void every_request_and_answer_was_as_the_server_describes_them_and_one_that_is_not_would_be_seen() {
        Witness seen = shop().witness();
        // 3.3 says so when a file is asked for a second time before it was read, and does not describe it
        assertThat(seen.wrong())
                .filteredOn(it -> !it.matches("PUT /api/v2/parseDagFile/\\S+ 409: there is no such answer"))
                .isEmpty();
        assertThat(seen.seen()).hasSizeGreaterThan(100);

        String runs = "/api/v2/dags/offtake_steps/dagRuns";
        assertThat(seen.differences("POST", runs, Optional.of("{\"dag_run_id\":\"x\"}"), 409, "{\"detail\":\"x\"}"))
                .anyMatch(it -> it.contains("logical_date"));
        assertThat(seen.differences(
                        "POST", runs, Optional.of("{\"logical_date\":null,\"more\":1}"), 409, "{\"detail\":\"x\"}"))
                .anyMatch(it -> it.contains("more"));
        assertThat(seen.differences("GET", runs, Optional.empty(), 200, "{\"dag_runs\":[{}]}"))
                .isNotEmpty();
        assertThat(seen.differences("GET", "/api/v2/nowhere", Optional.empty(), 200, "{}"))
                .containsExactly("GET /api/v2/nowhere 200: there is no such path");
        assertThat(seen.differences("GET", runs, Optional.empty(), 299, "{}"))
                .containsExactly("GET " + runs + " 299: there is no such answer");
    }
}
