package org.offtake.patterns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offtake.patterns.contract.Agreements.END;
import static org.offtake.patterns.contract.Agreements.START;
import static org.offtake.patterns.contract.Agreements.taken;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalTime;

class PathRuleTest {
    private static final Contract YEAR = Agreements.ofValue(3_650);
    private static final LocalDate DAY_100 = START.plusDays(99);
    private static final RunRate SEVENTY = new RunRate(70);

    @Test
    void behind_is_under_85_percent_and_at_least_the_floor() {
        PathRule rule = PathRule.usual(150);

        assertThat(rule.isBehind(YEAR, after(849, DAY_100))).isTrue();
        assertThat(rule.isBehind(YEAR, after(850, DAY_100))).isFalse();
        assertThat(PathRule.usual(152).isBehind(YEAR, after(849, DAY_100))).isFalse();
    }

    @Test
    void nobody_is_behind_in_the_first_fortnight_of_a_year() {
        PathRule rule = PathRule.usual(0);

        assertThat(rule.isBehind(YEAR, after(0, START.plusDays(12)))).isFalse();
        assertThat(rule.isBehind(YEAR, after(0, START.plusDays(13)))).isTrue();
    }

    @Test
    void ahead_is_over_120_percent_or_running_out_before_the_end() {
        PathRule rule = PathRule.usual(0);

        assertThat(rule.isAhead(YEAR, after(1_201, DAY_100), SEVENTY)).isTrue();
        assertThat(rule.isAhead(YEAR, after(1_200, DAY_100), SEVENTY)).isFalse();
        // 270 lasts 27 days at ten a day; forty days are left.
        assertThat(rule.isAhead(YEAR, after(3_380, END.minusDays(40)), SEVENTY)).isTrue();
        assertThat(rule.isAhead(YEAR, after(3_380, END.minusDays(20)), SEVENTY)).isFalse();
        assertThat(rule.isAhead(YEAR, after(3_360, END.minusDays(40)), SEVENTY)).isFalse();
    }

    @Test
    void nothing_committed_is_neither_behind_nor_ahead() {
        PathRule rule = PathRule.usual(0);
        for (Contract contract : List.of(
                Agreements.ofValue(0),
                Agreements.of("K1", Measure.RATE_ONLY, 9, START, END),
                Agreements.of("K1", Measure.VALUE, 9, END, END.minusDays(9)))) {
            Fulfilment fulfilment = of(contract, 500, DAY_100);
            assertThat(rule.isBehind(contract, fulfilment)).isFalse();
            assertThat(rule.isAhead(contract, fulfilment, SEVENTY)).isFalse();
        }
    }

    private static Fulfilment after(double value, LocalDate day) {
        return of(YEAR, value, day);
    }

    private static Fulfilment of(Contract contract, double value, LocalDate day) {
        return Fulfilment.of(
                new AgreedPath(contract, OperationalTime.calendarDays()), List.of(taken(START, value)), day);
    }
}
