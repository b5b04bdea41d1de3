package org.offtake.schedules.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.local.Desk;

/** What is wrong with a schedule by its runs, with a real database and a clock that is moved by hand. */
class StandingTest {
    private static final String NIGHTLY = Desk.file(
            "cron: \"30 2 * * *\"",
            "ready_by: \"05:00\"",
            "steps: {warehouse: \"./offtake run --date {business_date}\"}");
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 11, 1);

    @TempDir
    private Path folder = Path.of(".");

    private static List<String> whatIsWrong(Desk desk) {
        return new Watch(desk.database.database(), desk.schedules(), desk.engine(), Desk.AMSTERDAM)
                .look(desk.clock.instant()).troubles().stream()
                        .map(Trouble::what)
                        .toList();
    }

    @Test
    void an_older_day_that_goes_well_makes_the_newest_one_no_better_and_keeps_no_promise() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            Schedule nightly = desk.schedules().get("nightly");
            desk.exitCodes.add(50);
            desk.until("2026-11-26T01:40:00Z");
            desk.engine().backfill(nightly, LONG_AGO, LONG_AGO.plusDays(1));
            desk.engine().trigger(nightly, Optional.of(LONG_AGO.plusDays(2)));
            desk.runsWhatIsDue();
            assertThat(whatIsWrong(desk)).containsExactly("nightly for 2026-11-25 has failed");

            desk.until("2026-11-26T04:01:00Z");
            assertThat(whatIsWrong(desk))
                    .containsExactly(
                            "nightly for 2026-11-25 has failed",
                            "nightly was promised by 2026-11-26 05:00 Europe/Amsterdam and is not done");

            desk.engine().trigger(nightly, Optional.of(LocalDate.of(2026, 11, 25)));
            desk.runsWhatIsDue();
            assertThat(whatIsWrong(desk)).isEmpty();
        }
    }

    @Test
    void a_day_of_a_backfill_that_failed_is_wrong_until_it_is_done() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            Schedule nightly = desk.schedules().get("nightly");
            desk.until("2026-11-26T01:40:00Z");
            desk.exitCodes.add(50);
            desk.engine().backfill(nightly, LONG_AGO, LONG_AGO);
            desk.runsWhatIsDue();
            assertThat(whatIsWrong(desk)).containsExactly("nightly for 2026-11-01 has failed");

            desk.engine().trigger(nightly, Optional.of(LONG_AGO));
            desk.runsWhatIsDue();
            assertThat(whatIsWrong(desk)).isEmpty();
        }
    }

    @Test
    void what_was_passed_over_in_a_pause_was_not_promised() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            Schedule nightly = desk.schedules().get("nightly");
            desk.until("2026-11-26T01:40:00Z");
            desk.engine().pause(nightly, "us", "stock-taking");
            desk.until("2026-11-27T09:00:00Z");
            assertThat(desk.engine().resume(nightly)).isTrue();
            assertThat(desk.engine().resume(nightly)).isFalse();
            assertThat(whatIsWrong(desk)).isEmpty();

            desk.sleepsUntil("2026-11-28T09:00:00Z");
            assertThat(whatIsWrong(desk)).singleElement().asString().contains("was promised by 2026-11-28 05:00");
        }
    }

    @Test
    void a_schedule_that_was_planned_and_never_ran_is_late_from_its_first_time_on() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            desk.until("2026-11-25T21:00:00Z");
            assertThat(whatIsWrong(desk)).as("last night it was not planned").isEmpty();

            desk.sleepsUntil("2026-11-26T03:59:00Z");
            assertThat(whatIsWrong(desk)).as("before it was promised").isEmpty();
            desk.sleepsUntil("2026-11-26T04:01:00Z");
            assertThat(whatIsWrong(desk))
                    .containsExactly("nightly was promised by 2026-11-26 05:00 Europe/Amsterdam and is not done");
        }
    }
}
