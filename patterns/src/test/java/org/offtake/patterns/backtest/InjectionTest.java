package org.offtake.patterns.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.detect.OrderDay;

/** Deviations are planted after the days that teach, by a seed, and leave everything else as it was. */
class InjectionTest {
    private static final Map<String, List<OrderDay>> ORDERS = orders();

    /** Ninety customers who order every three to nine days for two hundred days, and ten who order twice. */
    private static Map<String, List<OrderDay>> orders() {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, List<OrderDay>> orders = new HashMap<>();
        for (int customer = 0; customer < 100; customer++) {
            List<OrderDay> days = new ArrayList<>();
            int step = customer < 90 ? 3 + customer % 7 : 90;
            for (int day = random.nextInt(3); day < 200; day += step) {
                days.add(new OrderDay(1000 + day, Map.of("goods", 10.0)));
            }
            orders.put("C" + customer, days);
        }
        return orders;
    }

    private static final LabelledSet SET = Injection.plant(ORDERS, Map.of(), 5);

    private static List<OrderDay> ordersOf(String customer) {
        return SET.customers().values().stream()
                .filter(known -> known.id().equals(customer))
                .findFirst()
                .orElseThrow()
                .orders();
    }

    @Test
    void the_same_seed_plants_the_same_and_another_one_something_else() {
        assertThat(Injection.plant(ORDERS, Map.of(), 5)).isEqualTo(SET);
        assertThat(Injection.plant(ORDERS, Map.of(), 6).deviations()).isNotEqualTo(SET.deviations());
    }

    @Test
    void about_a_third_of_the_customers_with_enough_orders_deviate_within_the_scored_days() {
        assertThat(SET.deviations().size()).isBetween(18, 42);
        assertThat(SET.deviations().values())
                .allMatch(deviation -> deviation.onset() > SET.scoredFrom() && deviation.onset() < SET.lastDay())
                .extracting(Deviation::kind)
                .containsOnly("STOP", "SLOW", "SIZE_DROP");
        assertThat(SET.excluded())
                .hasSize(10)
                .doesNotContainAnyElementsOf(SET.deviations().keySet());
    }

    @Test
    void each_kind_is_in_the_orders_after_its_onset_and_nothing_is_before() {
        SET.customers().keySet().forEach(customer -> {
            Deviation deviation = SET.deviations().get(customer);
            List<OrderDay> original = ORDERS.getOrDefault(customer, List.of());
            if (deviation == null) {
                assertThat(ordersOf(customer)).isEqualTo(original);
                return;
            }
            assertThat(before(deviation.onset(), ordersOf(customer))).isEqualTo(before(deviation.onset(), original));
            List<OrderDay> later = after(deviation.onset(), ordersOf(customer));
            int usual = after(deviation.onset(), original).size();
            switch (deviation.kind()) {
                case "STOP" -> assertThat(later).isEmpty();
                case "SLOW" -> assertThat(later.size()).isBetween((int) (0.35 * usual) - 1, (int) (0.35 * usual) + 1);
                default ->
                    assertThat(later).hasSize(usual).allMatch(order -> order.quantities()
                            .equals(Map.of("goods", 4.0)));
            }
        });
    }

    @Test
    void a_few_weeks_are_too_short_and_that_is_said() {
        Map<String, List<OrderDay>> weeks =
                Map.of("C1", List.of(new OrderDay(1, Map.of("goods", 1.0)), new OrderDay(31, Map.of("goods", 1.0))));
        assertThatThrownBy(() -> Injection.plant(weeks, Map.of(), 1))
                .isInstanceOf(LabelledFileException.class)
                .hasMessageContaining("span 30 days: at least 60");
    }

    private static List<OrderDay> before(int onset, List<OrderDay> orders) {
        return orders.stream().filter(order -> order.day() < onset).toList();
    }

    private static List<OrderDay> after(int onset, List<OrderDay> orders) {
        return orders.stream().filter(order -> order.day() >= onset).toList();
    }
}
