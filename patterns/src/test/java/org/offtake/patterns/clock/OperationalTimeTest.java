package org.offtake.patterns.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.patterns.clock.OperationalClock.Closure;

class OperationalTimeTest {
    private static final LocalDate FRIDAY = LocalDate.of(2025, 1, 3);

    @Test
    void calendar_days_count_the_last_day_and_not_the_first() {
        OperationalTime time = OperationalTime.calendarDays();

        assertThat(time.between(FRIDAY, FRIDAY.plusDays(10))).isEqualTo(10);
        assertThat(time.between(FRIDAY, FRIDAY)).isZero();
        assertThat(time.between(FRIDAY, FRIDAY.minusDays(4))).isZero();
    }

    @Test
    void working_days_leave_out_weekends_and_closed_days() {
        OperationalTime time = OperationalTime.workingDays(Set.of(FRIDAY.plusDays(4), FRIDAY.plusDays(1)));

        assertThat(time.between(FRIDAY, FRIDAY.plusDays(3))).isEqualTo(1);
        assertThat(time.between(FRIDAY, FRIDAY.plusDays(4))).isEqualTo(1);
        assertThat(time.between(FRIDAY, FRIDAY.plusDays(14))).isEqualTo(9);
        assertThat(time.between(FRIDAY.plusDays(7), FRIDAY.plusDays(6))).isZero();
    }

    @Test
    void working_days_before_1970_are_counted_too() {
        OperationalTime time = OperationalTime.workingDays(Set.of());

        assertThat(time.between(LocalDate.of(1969, 12, 26), LocalDate.of(1970, 1, 2)))
                .isEqualTo(5);
        assertThat(time.between(LocalDate.of(1960, 1, 3), LocalDate.of(1960, 1, 10)))
                .isEqualTo(5);
    }

    @Test
    void a_pace_per_day_adds_up_and_days_beyond_count_for_one() {
        OperationalTime time = OperationalClock.of(FRIDAY, new double[] {0.5, 0, 3});

        assertThat(time.between(FRIDAY.minusDays(1), FRIDAY)).isEqualTo(0.5);
        assertThat(time.between(FRIDAY, FRIDAY.plusDays(2))).isCloseTo(3, within(1e-12));
        assertThat(time.between(FRIDAY.minusDays(3), FRIDAY.plusDays(4))).isCloseTo(2 + 3.5 + 2, within(1e-12));
    }

    @Test
    void closed_days_count_for_nothing_and_the_days_after_them_go_on_as_before() {
        int first = Math.toIntExact(FRIDAY.toEpochDay());
        OperationalClock week = new OperationalClock(first, new double[] {1, 2}, new double[] {3, 4, 5});
        OperationalClock closed =
                week.closed(List.of(new Closure(first - 9, first), new Closure(first + 3, first + 5)));

        assertThat(Stream.iterate(first - 1, day -> day + 1).limit(13).map(closed::factor))
                .containsExactly(1.0, 0.0, 2.0, 3.0, 0.0, 0.0, 0.0, 4.0, 5.0, 3.0, 4.0, 5.0, 3.0);
        assertThat(closed.between(FRIDAY.plusDays(2), FRIDAY.plusDays(5))).isZero();
        assertThat(closed.between(FRIDAY, FRIDAY.plusDays(6))).isEqualTo(9);
        assertThat(week.closed(List.of())).isSameAs(week);
        assertThat(week.closed(List.of(new Closure(first - 9, first - 1)))).isSameAs(week);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -4, Double.POSITIVE_INFINITY})
    void a_day_that_counts_for_less_than_nothing_or_for_no_number_is_refused(double factor) {
        assertThatThrownBy(() -> OperationalClock.of(FRIDAY, new double[] {1, factor}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a day counts for " + factor);
    }

    @Test
    void without_factors_every_day_counts_for_one() {
        assertThat(OperationalClock.of(FRIDAY, new double[0]).between(FRIDAY, FRIDAY.plusDays(3)))
                .isEqualTo(3);
    }

    /** Ten percent of 365 days in the 31 of January, and half of that in the first half of June. */
    @Test
    void a_profile_by_month_spreads_each_share_over_its_days() {
        LocalDate newYear = LocalDate.of(2025, 1, 1);
        List<Double> shares = List.of(20.0, 0.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, -7.0);
        OperationalTime time = OperationalClock.ofMonths(newYear, newYear.plusDays(364), shares);

        assertThat(time.between(newYear.minusDays(1), LocalDate.of(2025, 1, 31)))
                .isCloseTo(36.5, within(1e-9));
        assertThat(time.between(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 28)))
                .isZero();
        assertThat(time.between(LocalDate.of(2025, 5, 31), LocalDate.of(2025, 6, 15)))
                .isCloseTo(18.25, within(1e-9));
        assertThat(time.between(newYear.minusDays(1), newYear.plusDays(364))).isCloseTo(365, within(1e-9));
        assertThat(OperationalClock.ofMonths(newYear, newYear.plusDays(9), Collections.nCopies(12, 0.0))
                        .between(newYear, newYear.plusDays(5)))
                .isEqualTo(5);
    }
}
