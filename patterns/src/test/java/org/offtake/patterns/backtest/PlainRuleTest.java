package org.offtake.patterns.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.backtest.LabelledSet.Period;
import org.offtake.patterns.backtest.Score.Told;
import org.offtake.patterns.detect.Kind;
import org.offtake.patterns.detect.OrderDay;

/** A rule of thumb tells on the day on which it becomes true, once for each gap, and only of days that are scored. */
class PlainRuleTest {
    private static LabelledSet ordersOn(Integer... days) {
        List<OrderDay> orders = Arrays.stream(days)
                .map(day -> new OrderDay(day, Map.of("goods", 1.0)))
                .toList();
        return new LabelledSet(
                Map.of("C1", new Customer("C1", "S", "AM", 0, orders)),
                Map.of(),
                Set.of(),
                new Period(0, 365, 729, 180));
    }

    private static List<Integer> days(PlainRule rule, LabelledSet set) {
        return rule.alarms(set).getOrDefault("C1", List.of()).stream()
                .map(Told::day)
                .toList();
    }

    @Test
    void sixty_days_without_an_order_are_told_at_the_end_of_the_sixtieth_once_for_each_gap() {
        assertThat(days(PlainRule.noOrderFor(60), ordersOn(350, 400, 470, 500))).containsExactly(460, 560);
        assertThat(PlainRule.noOrderFor(60).alarms(ordersOn(350, 400, 470, 500)).get("C1"))
                .allMatch(told -> told.direction() == Kind.Direction.DOWN);
    }

    @Test
    void a_gap_that_ends_on_the_sixtieth_day_is_not_told() {
        assertThat(days(PlainRule.noOrderFor(60), ordersOn(400, 460, 520, 580, 640, 700)))
                .isEmpty();
    }

    @Test
    void what_was_true_before_the_scored_days_is_told_on_their_first() {
        assertThat(days(PlainRule.noOrderFor(60), ordersOn(100))).containsExactly(365);
    }

    @Test
    void own_mean_and_deviation_are_those_of_the_gaps_before() {
        // gaps 10, 20, 30: mean 20, deviation 10; two deviations more are 40 days
        assertThat(days(PlainRule.gapOverMean(2), ordersOn(340, 350, 370, 400))).containsExactly(441);
    }

    @Test
    void fewer_than_three_gaps_say_nothing_of_what_is_usual() {
        assertThat(days(PlainRule.gapOverMean(2), ordersOn(340, 350, 370))).isEmpty();
    }
}
