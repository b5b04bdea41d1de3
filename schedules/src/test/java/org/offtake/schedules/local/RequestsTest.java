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

/** What people ask of the scheduler beside what the files say. */
class RequestsTest {
    private static final String NIGHTLY = Desk.file(
            "cron: \"30 2 * * *\"", "steps:", "  land: ./offtake land", "  rest: ./offtake run --date {business_date}");
    private static final String AFTER = Desk.file("after: nightly", "steps: {mail: ./offtake signals list}");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_paused_schedule_passes_over_its_times_until_it_is_resumed() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T12:00:00Z", "nightly", NIGHTLY, "mail", AFTER)) {
            Pauses pauses = new Pauses(desk.database.database());
            pauses.pause("nightly", desk.clock.instant(), "somebody", "stock-taking");
            assertThat(pauses.of("nightly")).contains("paused since 2026-11-25 12:00 UTC by somebody: stock-taking");
            desk.until("2026-11-26T12:00:00Z");
            assertThat(desk.runs()).isEmpty();

            assertThat(pauses.resume("nightly")).isTrue();
            pauses.pause("mail", desk.clock.instant(), "somebody", "no mail");
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
            ScheduleRun first = desk.requests().trigger(desk.schedules().get("nightly"), day);
            ScheduleRun second = desk.requests().trigger(desk.schedules().get("nightly"), day);
            desk.runsWhatIsDue();

            assertThat(second).isEqualTo(first);
            assertThat(desk.runs()).containsExactly("nightly done 2026-11-20");
            desk.until("2026-11-26T08:01:00Z");
            assertThat(desk.requests()
                            .trigger(desk.schedules().get("nightly"), day)
                            .id())
                    .isNotEqualTo(first.id());
        }
    }

    @Test
    void a_backfill_runs_each_day_once_and_nothing_after_it() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T08:00:00Z", "nightly", NIGHTLY, "mail", AFTER)) {
            LocalDate first = LocalDate.of(2026, 11, 1);
            desk.requests().backfill(desk.schedules().get("nightly"), first, first.plusDays(1));
            desk.runsWhatIsDue();
            desk.requests().backfill(desk.schedules().get("nightly"), first, first.plusDays(2));
            desk.runsWhatIsDue();

            assertThat(desk.runs())
                    .containsExactly("nightly done 2026-11-01", "nightly done 2026-11-02", "nightly done 2026-11-03");
            assertThatThrownBy(() -> Requests.days(first, first.minusDays(1)))
                    .hasMessageContaining("turn the two around");
        }
    }

    @Test
    void a_failed_run_that_is_run_again_goes_on_with_the_step_that_failed() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T01:00:00Z", "nightly", NIGHTLY, "mail", AFTER)) {
            desk.exitCodes.addAll(List.of(0, 50));
            desk.until("2026-11-26T08:00:00Z");
            ScheduleRun failed = new ScheduleRuns(desk.database.database())
                    .newest("nightly", 1)
                    .get(0);
            desk.requests().again(failed);
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
            assertThat(desk.requests().next("nightly")).isPresent();
        }
    }
}
