package org.offtake.patterns.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeasonFitTest {
    /** A Monday. */
    private static final int FIRST = 19_723;

    private static final int YEAR = 365;
    private static final int UNTIL = FIRST + 3 * YEAR;

    private static OperationalClock fit(int days, IntToDoubleFunction rate) {
        double[] counts = new double[days];
        double[] exposure = new double[days];
        for (int day = 0; day < days; day++) {
            exposure[day] = 1_000;
            counts[day] = 1_000 * rate.applyAsDouble(day);
        }
        return SeasonFit.fit(FIRST, counts, exposure);
    }

    private static double weekdays(int day) {
        return day % 7 >= 5 ? 0.01 : 0.1;
    }

    @Test
    void a_weekday_counts_for_what_is_ordered_on_it() {
        OperationalClock clock = fit(YEAR, SeasonFitTest::weekdays);
        assertThat(clock.factor(FIRST + 100) / clock.factor(FIRST + 103)).isCloseTo(10, within(0.01));
        assertThat(clock.factor(FIRST + 7 * 80)).isCloseTo(clock.factor(FIRST), within(1e-9));
    }

    @Test
    void a_season_is_followed_but_for_what_the_kernel_smooths() {
        OperationalClock clock = fit(YEAR, day -> weekdays(day) * (1 + 0.5 * Math.sin(2 * Math.PI * day / 364)));
        double high = clock.factor(FIRST + 91) / clock.factor(FIRST + 273);
        assertThat(high).isCloseTo(3, within(0.1));
    }

    @Test
    void a_closed_fortnight_stays_closed_and_does_not_darken_the_weeks_around_it() {
        OperationalClock clock = fit(YEAR, day -> day >= 210 && day < 224 ? 0.002 : weekdays(day));
        double usual = clock.factor(FIRST + 147);
        double fortnight = clock.endOf(FIRST + 160) - clock.endOf(FIRST + 146);
        assertThat(clock.endOf(FIRST + 223) - clock.endOf(FIRST + 209)).isLessThan(0.05 * fortnight);
        assertThat(clock.factor(FIRST + 203) / usual).isCloseTo(1, within(0.05));
        assertThat(clock.factor(FIRST + 224) / usual).isCloseTo(1, within(0.05));
        assertThat(clock.factor(FIRST + 364 + 215)).isLessThan(0.05 * usual);
    }

    @Test
    void a_year_is_as_long_as_a_year() {
        OperationalClock clock = fit(YEAR, day -> weekdays(day) * (1 + 0.3 * Math.cos(2 * Math.PI * day / 364)));
        assertThat(clock.endOf(FIRST + YEAR - 1) - clock.endOf(FIRST - 1)).isCloseTo(365, within(1e-6));
        for (int from = FIRST; from < UNTIL - 364; from += 50) {
            assertThat(clock.endOf(from + 364) - clock.endOf(from)).isCloseTo(364, within(2.0));
        }
    }

    @Test
    void days_beyond_the_fit_repeat_its_last_364_without_end_and_those_before_count_for_one() {
        OperationalClock clock = fit(YEAR, day -> weekdays(day) * (1 + 0.3 * Math.cos(2 * Math.PI * day / 364)));
        for (int day = FIRST + YEAR; day <= FIRST + 10 * YEAR; day++) {
            assertThat(clock.factor(day)).isEqualTo(clock.factor(day - 364));
            assertThat(clock.endOf(day) - clock.endOf(day - 1)).isCloseTo(clock.factor(day), within(1e-9));
        }
        assertThat(clock.factor(FIRST - 1)).isEqualTo(1);
        assertThat(clock.endOf(FIRST - 1) - clock.endOf(FIRST - 11)).isCloseTo(10, within(1e-9));
        assertThat(clock.endOf(FIRST) - clock.endOf(FIRST - 1)).isCloseTo(clock.factor(FIRST), within(1e-9));
    }

    @Test
    void how_far_a_clock_goes_changes_none_of_its_days_to_the_last_digit() {
        double[] factors = new java.util.SplittableRandom(1).doubles(5_000).toArray();
        OperationalClock longer = new OperationalClock(FIRST, factors);
        for (int days : new int[] {100, 730, 4_999}) {
            OperationalClock shorter = new OperationalClock(FIRST, Arrays.copyOf(factors, days));
            for (int day = FIRST; day < FIRST + days; day++) {
                assertThat(shorter.endOf(day)).isEqualTo(longer.endOf(day));
            }
        }
    }

    @Test
    void time_never_goes_back() {
        OperationalClock clock = fit(YEAR, day -> day >= 210 && day < 224 ? 0 : weekdays(day));
        for (int day = FIRST - 10; day < UNTIL + 10; day++) {
            assertThat(clock.endOf(day + 1)).isGreaterThanOrEqualTo(clock.endOf(day));
            assertThat(clock.middleOf(day)).isBetween(clock.endOf(day - 1) - 1e-9, clock.endOf(day));
        }
    }

    @Test
    void without_orders_every_day_counts_for_one() {
        assertThat(fit(YEAR, day -> 0).factor(FIRST + 10)).isEqualTo(1);
        OperationalClock nobody = SeasonFit.fit(FIRST, new double[YEAR], new double[YEAR]);
        assertThat(nobody.endOf(FIRST + 10) - nobody.endOf(FIRST)).isEqualTo(10);
        OperationalClock nothing = SeasonFit.fit(FIRST, new double[0], new double[0]);
        assertThat(nothing.factor(FIRST)).isEqualTo(1);
    }

    @Test
    void less_than_a_year_tells_of_weekdays_and_less_than_a_week_of_nothing() {
        OperationalClock clock = fit(100, SeasonFitTest::weekdays);
        assertThat(clock.factor(FIRST + 707) / clock.factor(FIRST + 705)).isCloseTo(10, within(0.01));
        OperationalClock days = fit(3, SeasonFitTest::weekdays);
        assertThat(days.endOf(FIRST + 403) - days.endOf(FIRST + 3)).isCloseTo(400, within(1e-9));
    }

    @Test
    void a_single_order_on_a_single_day_gives_a_clock_of_numbers() {
        double[] counts = new double[YEAR];
        double[] exposure = new double[YEAR];
        counts[100] = 1;
        Arrays.fill(exposure, 50, 200, 1);
        OperationalClock clock = SeasonFit.fit(FIRST, counts, exposure);
        for (int day = FIRST; day < UNTIL; day++) {
            assertThat(clock.factor(day)).isFinite().isNotNegative();
        }
    }

    @Test
    void a_day_that_counts_for_less_than_nothing_is_refused() {
        for (double factor : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new OperationalClock(0, new double[] {1, factor}))
                    .withMessageContaining(String.valueOf(factor));
        }
    }
}
