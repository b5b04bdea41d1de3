package org.offtake.schedules.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.schedules.Cause;
import org.offtake.schedules.ScheduleRun;

/** On a real database, with a clock that is moved by hand. */
class LocalSchedulerTest {
    private static final String NIGHTLY = Desk.file(
            "cron: \"30 2 * * *\"", "steps:", "  land: ./offtake land", "  rest: ./offtake run --date {business_date}");
    private static final String AFTER = Desk.file("after: nightly", "steps: {mail: ./offtake signals list}");

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the clock is put forward, 2027-03-26T20:00:00Z, 2027-03-29T20:00:00Z, 2027-03-27T01:30:00Z 2027-03-28T01:30:00Z 2027-03-29T00:30:00Z",
        "the clock is put back,    2026-10-23T20:00:00Z, 2026-10-26T20:00:00Z, 2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z"
    })
    void a_nightly_schedule_runs_once_on_the_night_that(String change, String from, String until, String expected)
            throws IOException {
        try (Desk desk = new Desk(folder, from, "nightly", NIGHTLY)) {
            desk.until(until);

            assertThat(desk.ran)
                    .as(change)
                    .filteredOn(line -> line.endsWith(" land"))
                    .extracting(line -> line.substring(0, line.indexOf(' ')))
                    .containsExactly(expected.split(" "));
            assertThat(desk.runs()).hasSize(3).allMatch(line -> line.startsWith("nightly done"));
        }
    }

    @Test
    void the_steps_run_in_their_order_for_the_business_date_of_the_planned_day() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T12:00:00Z", "nightly", NIGHTLY)) {
            desk.until("2026-11-26T02:00:00Z");

            assertThat(desk.ran)
                    .containsExactly("2026-11-26T01:30:00Z land", "2026-11-26T01:30:00Z run --date 2026-11-25");
            assertThat(desk.runs()).containsExactly("nightly done 2026-11-25");
        }
    }

    @Test
    void a_step_that_found_a_system_away_is_tried_again_and_the_steps_before_it_are_not() throws IOException {
        String patient = NIGHTLY.replace("steps:", "retry: {away: {times: 2, wait: 10 min}}\nsteps:");
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", patient)) {
            desk.exitCodes.addAll(List.of(0, 45, 45, 0));
            desk.until("2026-11-26T01:35:00Z");
            assertThat(desk.runs())
                    .containsExactly("nightly waiting 2026-11-25 step rest ended with exit code 45: it said why;"
                            + " tried again in 10 min");
            desk.until("2026-11-26T03:00:00Z");

            assertThat(desk.ran)
                    .containsExactly(
                            "2026-11-26T01:30:00Z land",
                            "2026-11-26T01:30:00Z run --date 2026-11-25",
                            "2026-11-26T01:40:00Z run --date 2026-11-25",
                            "2026-11-26T01:50:00Z run --date 2026-11-25");
            assertThat(desk.runs()).containsExactly("nightly done 2026-11-25");
        }
    }

    @Test
    void after_the_last_try_the_run_has_failed_and_the_next_night_is_another_run() throws IOException {
        String patient = NIGHTLY.replace("steps:", "retry: {not_ready: {times: 1, wait: 10 min}}\nsteps:");
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", patient, "mail", AFTER)) {
            desk.exitCodes.addAll(List.of(20, 20));
            desk.until("2026-11-27T02:00:00Z");

            assertThat(desk.runs())
                    .containsExactly(
                            "nightly failed 2026-11-25 step land ended with exit code 20: it said why",
                            "nightly done 2026-11-26",
                            "mail done 2026-11-26");
        }
    }

    @Test
    void a_source_that_is_not_ready_need_not_keep_the_next_steps_and_what_runs_after_them() throws IOException {
        String patient = NIGHTLY.replace("steps:", "retry: {not_ready: {times: 1, wait: 10 min, then: go_on}}\nsteps:");
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", patient, "mail", AFTER)) {
            desk.exitCodes.addAll(List.of(20, 20));
            desk.until("2026-11-26T02:00:00Z");

            assertThat(desk.runs())
                    .containsExactly(
                            "nightly done 2026-11-25 step land ended with exit code 20: it said why",
                            "mail done 2026-11-25");
        }
    }

    @ParameterizedTest
    @CsvSource({"40", "50", "1", "137"})
    void what_would_end_the_same_way_again_is_not_tried_again(int exitCode) throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", NIGHTLY)) {
            desk.exitCodes.add(exitCode);
            desk.until("2026-11-26T04:00:00Z");

            assertThat(desk.ran).containsExactly("2026-11-26T01:30:00Z land");
            assertThat(desk.runs())
                    .containsExactly(
                            "nightly failed 2026-11-25 step land ended with exit code " + exitCode + ": it said why");
        }
    }

    @Test
    void what_runs_after_another_one_runs_once_each_time_that_is_done() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", NIGHTLY, "mail", AFTER)) {
            desk.until("2026-11-27T02:00:00Z");

            assertThat(desk.ran)
                    .filteredOn(line -> line.endsWith("signals list"))
                    .containsExactly("2026-11-26T01:30:00Z signals list", "2026-11-27T01:30:00Z signals list");
            assertThat(desk.runs())
                    .containsExactly(
                            "nightly done 2026-11-25",
                            "mail done 2026-11-25",
                            "nightly done 2026-11-26",
                            "mail done 2026-11-26");
        }
    }

    @Test
    void of_the_times_that_nothing_could_run_at_the_last_is_made_up_for_and_the_others_are_counted()
            throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", NIGHTLY)) {
            desk.until("2026-11-26T02:00:00Z");
            desk.sleepsUntil("2026-11-30T09:00:00Z");
            desk.restarts();
            desk.runsWhatIsDue();
            desk.until("2026-12-01T02:00:00Z");

            assertThat(desk.runs())
                    .containsExactly("nightly done 2026-11-25", "nightly done 2026-11-29", "nightly done 2026-11-30");
            assertThat(desk.database.column("select passed_over from app.schedule_run order by schedule_run_id"))
                    .containsExactly("0", "3", "0");
        }
    }

    @Test
    void each_time_that_nothing_could_run_at_is_made_up_for_when_the_file_says_so() throws IOException {
        String each = NIGHTLY.replace("steps:", "missed: each\nsteps:");
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", each)) {
            desk.until("2026-11-26T02:00:00Z");
            desk.sleepsUntil("2026-11-29T09:00:00Z");
            desk.restarts();
            desk.runsWhatIsDue();

            assertThat(desk.runs())
                    .containsExactly(
                            "nightly done 2026-11-25",
                            "nightly done 2026-11-26",
                            "nightly done 2026-11-27",
                            "nightly done 2026-11-28");
        }
    }

    @Test
    void a_run_that_cannot_start_in_time_is_skipped_and_says_so() throws IOException {
        String prompt = NIGHTLY.replace("steps:", "start_within: 2 h\nsteps:");
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", prompt)) {
            desk.sleepsUntil("2026-11-26T04:00:00Z");
            desk.runsWhatIsDue();
            desk.sleepsUntil("2026-11-27T03:00:00Z");
            desk.runsWhatIsDue();

            assertThat(desk.runs())
                    .containsExactly(
                            "nightly skipped 2026-11-25 it could not start within 2 h of the time it was planned for",
                            "nightly done 2026-11-26");
        }
    }

    @Test
    void a_time_that_the_file_no_longer_says_is_not_run_at() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T12:00:00Z", "nightly", NIGHTLY)) {
            desk.restarts("nightly", NIGHTLY.replace("30 2", "0 5"));
            desk.until("2026-11-26T05:00:00Z");

            assertThat(desk.ran)
                    .filteredOn(line -> line.endsWith(" land"))
                    .containsExactly("2026-11-26T04:00:00Z land");
        }
    }

    @Test
    void a_schedule_that_runs_after_another_one_now_has_no_times_of_its_own_any_more() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "base", NIGHTLY, "more", NIGHTLY)) {
            desk.restarts("more", NIGHTLY.replace("cron: \"30 2 * * *\"", "after: base"));
            desk.until("2026-11-26T12:00:00Z");

            assertThat(desk.ran).hasSize(4).allMatch(line -> line.startsWith("2026-11-26T01:30:00Z"));
            assertThat(desk.engine().next(desk.schedules().get("more"))).isEmpty();
            assertThat(desk.engine().newest(desk.schedules().get("more"), 5))
                    .extracting(ScheduleRun::cause)
                    .containsExactly(Cause.AFTER);
        }
    }
}
