package org.offtake.patterns.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.backtest.LabelledSet.Period;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.detect.Alarm;
import org.offtake.patterns.detect.Budget;
import org.offtake.patterns.detect.Fit;
import org.offtake.patterns.detect.OrderDay;
import org.offtake.patterns.rhythm.RhythmPrior.Regularity;

class HostileSetTest {
    private static final int LAST = 729;

    private static LabelledSet set(Map<String, Customer> customers) {
        return new LabelledSet(customers, Map.of(), Set.of(), Period.of(0, LAST));
    }

    private static Customer customer(String id, String segment, OrderDay... orders) {
        return new Customer(id, segment, "AM", 0, List.of(orders));
    }

    private static Customer every(String id, int gap, double quantity) {
        return new Customer(
                id,
                "usual",
                "AM",
                0,
                IntStream.iterate(0, day -> day <= LAST, day -> day + gap)
                        .mapToObj(day -> new OrderDay(day, Map.of("A", quantity)))
                        .toList());
    }

    private static OrderDay order(int day, double quantity) {
        return new OrderDay(day, Map.of("A", quantity));
    }

    private static void isOfNumbers(LabelledSet set) {
        Fit fit = set.fit();
        assertThat(fit.priors().rhythm().shape()).isFinite().isPositive();
        assertThat(fit.priors().rhythm().rate()).isFinite().isPositive();
        assertThat(fit.priors().rhythm().regularities())
                .extracting(Regularity::weight)
                .allSatisfy(weight -> assertThat(weight).isBetween(0.0, 1.0));
        assertThat(fit.priors().rhythm().closures().length()).isFinite();
        assertThat(fit.priors().mix().in() + fit.priors().mix().out()).isFinite();
        assertThat(fit.priors().size().variance() + fit.priors().size().oddVariance())
                .isFinite();
        assertThat(fit.clocks().keySet())
                .containsExactlyInAnyOrderElementsOf(set.customers().values().stream()
                        .map(Customer::segment)
                        .distinct()
                        .toList());
        for (OperationalClock clock : fit.clocks().values()) {
            assertThat(clock.endOf(LAST)).isFinite().isNotNegative();
        }
        new Replay(set, fit)
                .alarms(Budget.of(1)).values().stream().flatMap(List::stream).forEach(HostileSetTest::isOfNumbers);
    }

    private static void isOfNumbers(Alarm alarm) {
        assertThat(alarm.evidence()).isFinite();
        assertThat(alarm.probability()).isBetween(0.0, 1.0);
        assertThat(alarm.since()).isLessThanOrEqualTo(alarm.day());
    }

    @Test
    void customers_without_orders_with_one_with_all_on_one_day_and_with_none_that_teach_are_borne() {
        Map<String, Customer> odd = new TreeMap<>(Map.of(
                "nothing", customer("nothing", "empty"),
                "once", customer("once", "empty", order(3, 5)),
                "late", customer("late", "late", order(500, 5), order(510, 5)),
                "last", customer("last", "late", order(LAST, 5)),
                "sent back", customer("sent back", "usual", new OrderDay(5, Map.of()), new OrderDay(9, Map.of())),
                "huge", customer("huge", "usual", order(1, 1e12), order(100, 1e-12), order(400, 1e15))));
        isOfNumbers(set(odd));
        for (int gap = 1; gap < 40; gap++) {
            odd.put("every " + gap, every("every " + gap, gap, gap % 2 == 0 ? 10 : 1e12));
        }
        isOfNumbers(set(odd));
    }

    @Test
    void a_set_in_which_all_do_the_same_is_fitted_and_tells_nothing() {
        Map<String, Customer> same = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            same.put("C" + i, every("C" + i, 14, 10));
        }
        isOfNumbers(set(same));
        assertThat(new Replay(set(same), set(same).fit()).alarms(Budget.of(20))).isEmpty();
    }

    @Test
    void a_set_of_customers_who_ordered_once_is_fitted() {
        Map<String, Customer> once = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            once.put("C" + i, customer("C" + i, "S" + i % 3, order(i * 12, 1 + i)));
        }
        isOfNumbers(set(once));
        assertThat(new Replay(set(once), set(once).fit()).alarms(Budget.of(0.01)))
                .isEmpty();
    }

    /** The fit and what it makes of the days it may see must not know the days that follow. */
    @Test
    void alarms_of_the_replay_up_to_a_day_do_not_depend_on_orders_after_it() {
        SplittableRandom random = new SplittableRandom(8);
        Map<String, Customer> whole = new TreeMap<>();
        Map<String, Customer> cut = new TreeMap<>();
        int last = 600;
        for (int i = 0; i < 80; i++) {
            int gap = 4 + random.nextInt(20);
            int stops = random.nextInt(3) == 0 ? 380 + random.nextInt(200) : LAST;
            List<OrderDay> orders = IntStream.iterate(i % gap, day -> day <= stops, day -> day + gap)
                    .mapToObj(day -> order(day + random.nextInt(3), 1 + random.nextInt(9)))
                    .toList();
            whole.put("C" + i, new Customer("C" + i, "S", "AM", 0, orders));
            cut.put(
                    "C" + i,
                    new Customer(
                            "C" + i,
                            "S",
                            "AM",
                            0,
                            orders.stream().filter(order -> order.day() <= last).toList()));
        }
        LabelledSet early = new LabelledSet(cut, Map.of(), Set.of(), Period.of(0, last));
        Map<String, List<Alarm>> alarms =
                new TreeMap<>(new Replay(set(whole), set(whole).fit()).alarms(Budget.of(5)));
        alarms.replaceAll((customer, told) ->
                told.stream().filter(alarm -> alarm.day() <= last).toList());
        alarms.values().removeIf(List::isEmpty);
        assertThat(alarms).isNotEmpty();
        assertThat(new Replay(early, early.fit()).alarms(Budget.of(5))).isEqualTo(alarms);
    }
}
