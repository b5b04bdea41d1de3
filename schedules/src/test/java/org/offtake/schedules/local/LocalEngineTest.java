package org.offtake.schedules.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;

/** What people ask of the scheduler beside what the files say. */
class LocalEngineTest {
    private static final String NIGHTLY = Desk.file(
            "cron: \"30 2 * * *\"", "steps:", "  land: ./offtake land", "  rest: ./offtake run --date {business_date}");
    private static final String AFTER = Desk.file("after: nightly", "steps: {mail: ./offtake signals list}");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_paused_schedule_passes_over_its_times_until_it_is_resumed() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T12:00:00Z", "nightly", NIGHTLY, "mail", AFTER)) {
            Schedule nightly = desk.schedules().get("nightly");
            desk.engine().pause(nightly, "somebody", "stock-taking");
            assertThat(desk.engine().paused(nightly))
                    .contains("paused since 2026-11-25 12:00 UTC by somebody: stock-taking");
            desk.until("2026-11-26T12:00:00Z");
            assertThat(desk.runs()).isEmpty();

            assertThat(desk.engine().resume(nightly)).isTrue();
            desk.engine().pause(desk.schedules().get("mail"), "somebody", "no mail");
            desk.until("2026-11-27T12:00:00Z");

            assertThat(desk.runs())
                    .containsExactly(
                            "nightly done 2026-11-26",
                            "mail skipped 2026-11-26 paused since 2026-11-26 12:00 UTC by somebody: no mail");
        }
    }

    @Test
    void asking_twice_for_a_run_gives_the_same_run_and_it_runs_once() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T08:00:00Z", "nightly", NIGHTLY)) {
            Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 11, 20));
            ScheduleRun first = desk.engine().trigger(desk.schedules().get("nightly"), day);
            ScheduleRun second = desk.engine().trigger(desk.schedules().get("nightly"), day);
            desk.runsWhatIsDue();

            assertThat(second).isEqualTo(first);
            assertThat(desk.runs()).containsExactly("nightly done 2026-11-20");
            desk.until("2026-11-26T08:01:00Z");
            assertThat(desk.engine()
                            .trigger(desk.schedules().get("nightly"), day)
                            .id())
                    .isNotEqualTo(first.id());
        }
    }

    @Test
    void a_backfill_runs_each_day_once_and_nothing_after_it() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T08:00:00Z", "nightly", NIGHTLY, "mail", AFTER)) {
            LocalDate first = LocalDate.of(2026, 11, 1);
            assertThat(desk.engine().backfill(desk.schedules().get("nightly"), first, first.plusDays(1)))
                    .hasSize(2);
            desk.runsWhatIsDue();
            assertThat(desk.engine().missing(desk.schedules().get("nightly"), first, first.plusDays(2)))
                    .containsExactly(first.plusDays(2));
            desk.engine().backfill(desk.schedules().get("nightly"), first, first.plusDays(2));
            desk.runsWhatIsDue();

            assertThat(desk.runs())
                    .containsExactly("nightly done 2026-11-01", "nightly done 2026-11-02", "nightly done 2026-11-03");
            assertThatThrownBy(() -> Engine.days(first, first.minusDays(1)))
                    .hasMessageContaining("turn the two around");
        }
    }

    @Test
    void a_failed_run_that_is_run_again_goes_on_with_the_step_that_failed() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", NIGHTLY, "mail", AFTER)) {
            desk.exitCodes.addAll(List.of(0, 50));
            desk.until("2026-11-26T08:00:00Z");
            Schedule nightly = desk.schedules().get("nightly");
            desk.engine().again(nightly, desk.engine().newest(nightly, 1).get(0));
            desk.runsWhatIsDue();

            assertThat(desk.ran)
                    .containsExactly(
                            "2026-11-26T01:30:00Z land",
                            "2026-11-26T01:30:00Z run --date 2026-11-25",
                            "2026-11-26T08:00:00Z run --date 2026-11-25",
                            "2026-11-26T08:00:00Z signals list");
            desk.until("2026-11-27T02:00:00Z");
            assertThat(desk.runs())
                    .containsExactly(
                            "nightly done 2026-11-25",
                            "mail done 2026-11-25",
                            "nightly done 2026-11-26",
                            "mail done 2026-11-26");
            assertThat(desk.engine().next(nightly)).isPresent();
        }
    }

    @Test
    void a_run_that_is_run_again_has_all_its_tries_again() throws IOException {
        String patient = Desk.file(
                "cron: \"30 2 * * *\"", "retry: {away: {times: 1, wait: 5 min}}", "steps: {land: ./offtake land}");
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", patient)) {
            desk.exitCodes.addAll(List.of(45, 45, 45, 0));
            desk.until("2026-11-26T08:00:00Z");
            Schedule nightly = desk.schedules().get("nightly");
            desk.engine().again(nightly, desk.engine().newest(nightly, 1).get(0));
            desk.until("2026-11-26T09:00:00Z");

            assertThat(desk.ran)
                    .containsExactly(
                            "2026-11-26T01:30:00Z land",
                            "2026-11-26T01:35:00Z land",
                            "2026-11-26T08:00:00Z land",
                            "2026-11-26T08:05:00Z land");
            assertThat(desk.runs()).containsExactly("nightly done 2026-11-25");
        }
    }
}
