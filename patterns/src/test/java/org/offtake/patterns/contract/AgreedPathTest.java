package org.offtake.patterns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.offtake.patterns.contract.Agreements.END;
import static org.offtake.patterns.contract.Agreements.START;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.clock.OperationalTime;

class AgreedPathTest {
    private static final OperationalTime DAYS = OperationalTime.calendarDays();

    @Test
    void by_calendar_days_half_a_year_is_181_of_365_days() {
        AgreedPath path = new AgreedPath(Agreements.ofValue(1_200), DAYS);

        assertThat(path.expectedBy(LocalDate.of(2025, 6, 30))).isCloseTo(1_200 * 181 / 365.0, within(1e-9));
        assertThat(path.expectedBy(START.minusDays(1))).isZero();
        assertThat(path.expectedBy(END)).isEqualTo(1_200);
        assertThat(path.expectedBy(END.plusYears(1))).isEqualTo(1_200);
    }

    @Test
    void by_working_days_a_weekend_and_a_closed_day_expect_nothing() {
        LocalDate monday = LocalDate.of(2025, 1, 6);
        Contract fortnight = Agreements.of("K1", Measure.QUANTITY, 90, monday, monday.plusDays(13));
        AgreedPath path = new AgreedPath(fortnight, OperationalTime.workingDays(Set.of(monday.plusDays(1))));

        assertThat(path.expectedBy(monday.plusDays(2))).isCloseTo(20, within(1e-9));
        assertThat(path.expectedBy(monday.plusDays(4))).isCloseTo(40, within(1e-9));
        assertThat(path.expectedBy(monday.plusDays(6))).isCloseTo(40, within(1e-9));
    }

    @Test
    void by_season_a_busy_day_expects_more() {
        Contract threeDays = Agreements.of("K1", Measure.VALUE, 100, START, START.plusDays(2));
        AgreedPath path = new AgreedPath(threeDays, OperationalClock.of(START, new double[] {1, 3, 0}));

        assertThat(path.expectedBy(START)).isCloseTo(25, within(1e-9));
        assertThat(path.expectedBy(START.plusDays(1))).isCloseTo(100, within(1e-9));
    }

    @Test
    void by_schedule_ended_buckets_count_whole_and_the_running_one_in_part() {
        Contract contract = new Contract(
                "K1",
                "C1",
                Measure.VALUE,
                800,
                START,
                LocalDate.of(2025, 6, 30),
                List.of(
                        new Bucket(START, LocalDate.of(2025, 3, 31), 300),
                        new Bucket(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30), 500)));
        AgreedPath path = new AgreedPath(contract, DAYS);

        assertThat(path.expectedBy(LocalDate.of(2025, 3, 31))).isEqualTo(300);
        assertThat(path.expectedBy(LocalDate.of(2025, 4, 15))).isCloseTo(300 + 500 * 15 / 91.0, within(1e-9));
    }

    @Test
    void where_no_time_passes_all_is_due_on_the_last_day() {
        AgreedPath path = new AgreedPath(Agreements.ofValue(100), (after, until) -> 0);

        assertThat(path.expectedBy(END.minusDays(1))).isZero();
        assertThat(path.expectedBy(END)).isEqualTo(100);
    }
}
