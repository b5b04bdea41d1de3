package org.offtake.patterns.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.detect.Episode.How;
import org.offtake.patterns.mix.MixPrior;

/** When customers left their pattern, and when they were back, from all they ordered. */
class EpisodesTest {
    private static final int YEAR = 365;
    private static final int CHANGE = YEAR + 60;
    private static final int END = CHANGE + 400;
    private static final Budget BUDGET = Budget.of(20);

    private static Edition edition(int validFrom) {
        return new Edition(validFrom, DrawnCustomer.PRIORS, OperationalClock.calendar());
    }

    private static List<Episode> episodes(List<OrderDay> orders) {
        return Episodes.of(purchases(orders), List.of(edition(YEAR)), BUDGET).episodes();
    }

    private static List<Purchase> purchases(List<OrderDay> orders) {
        return orders.stream()
                .map(order -> new Purchase(order, order.quantities()))
                .toList();
    }

    private static List<OrderDay> drawn(long seed, Consumer<DrawnCustomer> change) {
        DrawnCustomer customer = new DrawnCustomer(seed);
        List<OrderDay> orders = new ArrayList<>(customer.orders(0, CHANGE));
        change.accept(customer);
        orders.addAll(customer.orders(CHANGE, END));
        return orders;
    }

    private static List<OrderDay> weekly(int from, int until, Map<String, Double> quantities) {
        return IntStream.iterate(from, day -> day <= until, day -> day + 7)
                .mapToObj(day -> new OrderDay(day, quantities))
                .toList();
    }

    @Test
    void what_is_due_is_what_is_told_to_whoever_asks_each_day() {
        for (long seed = 0; seed < 60; seed++) {
            List<OrderDay> orders = drawn(seed, customer -> customer.changeRate(0.35));
            int last = orders.get(orders.size() - 1).day() + 730;
            assertThat(Episodes.of(purchases(orders), List.of(edition(YEAR + 1)), BUDGET)
                            .episodes())
                    .extracting(Episode::alarm)
                    .containsExactlyElementsOf(new Watched(orders, last).alarms(BUDGET));
        }
    }

    @Test
    void later_orders_change_nothing_that_was_told_before_them() {
        List<Consumer<DrawnCustomer>> changes = List.of(
                customer -> customer.changeRate(0.001),
                customer -> customer.changeSizes(0.3),
                customer -> customer.changeIncidence("G0", 0));
        int closed = 0;
        for (long seed = 100; seed < 160; seed++) {
            List<OrderDay> orders = drawn(seed, changes.get((int) (seed % changes.size())));
            List<Episode> all = episodes(orders);
            for (int day = YEAR; day < END; day += 37) {
                int asked = day;
                List<Episode> then = episodes(
                        orders.stream().filter(order -> order.day() <= asked).toList());
                assertThat(asOf(asked, then)).isEqualTo(asOf(asked, all));
            }
            closed += (int) all.stream()
                    .flatMap(each -> each.closed().stream())
                    .filter(each -> each.day() < END)
                    .count();
        }
        assertThat(closed).isPositive();
    }

    /** What is known of the episodes at the end of a day. */
    private static List<Episode> asOf(int day, List<Episode> episodes) {
        return episodes.stream()
                .filter(episode -> episode.alarm().day() <= day)
                .map(episode -> new Episode(
                        episode.alarm(), episode.stake(), episode.closed().filter(closed -> closed.day() <= day)))
                .toList();
    }

    @Test
    void editions_that_say_the_same_are_as_one() {
        for (long seed = 200; seed < 230; seed++) {
            List<Purchase> purchases = purchases(drawn(seed, customer -> customer.changeRate(0.2)));
            assertThat(Episodes.of(purchases, List.of(edition(YEAR), edition(YEAR + 91), edition(YEAR + 182)), BUDGET)
                            .episodes())
                    .isEqualTo(Episodes.of(purchases, List.of(edition(YEAR)), BUDGET)
                            .episodes());
        }
    }

    @Test
    void an_edition_says_nothing_of_days_before_it_but_for_the_earliest_which_nothing_is_told_before() {
        List<Purchase> stopped = purchases(weekly(1, YEAR - 100, Map.of("A", 5.0)));
        List<Episode> told =
                Episodes.of(stopped, List.of(edition(YEAR)), BUDGET).episodes();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).alarm().day()).isEqualTo(YEAR);
        Edition slow = new Edition(
                YEAR + 30,
                new Priors(DrawnCustomer.PRIORS.rhythm(), new MixPrior(1, 9), DrawnCustomer.PRIORS.size()),
                OperationalClock.calendar());
        List<Purchase> going = purchases(weekly(1, YEAR + 20, Map.of("A", 5.0)));
        List<Episode> before =
                Episodes.of(going, List.of(edition(YEAR)), BUDGET).episodes();
        assertThat(before.get(0).alarm().day()).isGreaterThan(YEAR + 30);
        OperationalClock halting = new OperationalClock(YEAR + 30, new double[500], new double[] {0});
        assertThat(Episodes.of(going, List.of(edition(YEAR), new Edition(YEAR + 30, slow.priors(), halting)), BUDGET)
                        .episodes())
                .as("no time passes on the later clock")
                .isEmpty();
    }

    @Test
    void a_customer_who_stopped_is_back_with_the_next_order() {
        List<OrderDay> orders = new ArrayList<>(weekly(1, CHANGE, Map.of("A", 5.0)));
        int last = orders.get(orders.size() - 1).day();
        assertThat(episodes(orders)).singleElement().satisfies(episode -> {
            assertThat(episode.alarm().kind()).isEqualTo(Kind.STOPPED);
            assertThat(episode.alarm().since()).isEqualTo(last);
            assertThat(episode.alarm().seen().expected()).isCloseTo(7, within(1.0));
            assertThat(episode.alarm().seen().low()).isLessThan(7);
            assertThat(episode.alarm().seen().high()).isGreaterThan(7);
            assertThat(episode.alarm().seen().observed())
                    .isEqualTo(episode.alarm().day() - last);
            assertThat(episode.alarm().seen().chance().orElseThrow()).isBetween(0.0, 0.01);
            assertThat(episode.closed()).hasValueSatisfying(closed -> {
                assertThat(closed.how()).isEqualTo(How.USUAL_NOW);
                assertThat(closed.day()).isEqualTo(episode.alarm().day() + 365);
            });
        });
        orders.addAll(weekly(CHANGE + 100, CHANGE + 200, Map.of("A", 5.0)));
        assertThat(episodes(orders).get(0).closed()).hasValue(new Episode.Closed(CHANGE + 100, How.ORDERED));
    }

    @Test
    void a_group_that_left_is_back_with_the_first_order_that_holds_it() {
        List<OrderDay> orders = new ArrayList<>(weekly(1, CHANGE, Map.of("A", 5.0, "B", 2.0)));
        int last = orders.get(orders.size() - 1).day();
        orders.addAll(weekly(last + 7, last + 140, Map.of("A", 5.0)));
        orders.addAll(weekly(last + 147, last + 161, Map.of("A", 5.0, "B", 2.0)));
        Episode left = episodes(orders).get(0);
        assertThat(left.alarm().kind()).isEqualTo(Kind.GROUP_STOPPED);
        assertThat(left.alarm().group()).isEqualTo("B");
        assertThat(left.alarm().seen().observed()).isZero();
        assertThat(left.alarm().seen().expected()).isGreaterThan(1);
        assertThat(left.closed()).hasValue(new Episode.Closed(last + 147, How.ORDERED));
        assertThat(left.stake().orElseThrow().amount())
                .as("52 orders of 2 a year")
                .isCloseTo(104, within(4.0));
    }

    @Test
    void quantities_that_dropped_are_back_when_they_are_what_they_were() {
        List<OrderDay> orders = new ArrayList<>(weekly(1, CHANGE, Map.of("A", 10.0)));
        int last = orders.get(orders.size() - 1).day();
        orders.addAll(weekly(last + 7, last + 126, Map.of("A", 4.0)));
        orders.addAll(weekly(last + 133, last + 300, Map.of("A", 10.0)));
        Episode drop = episodes(orders).get(0);
        assertThat(drop.alarm().kind()).isEqualTo(Kind.SIZE_DROPPED);
        assertThat(drop.alarm().seen().observed()).isCloseTo(40, within(3.0));
        assertThat(drop.closed()).hasValueSatisfying(closed -> {
            assertThat(closed.how()).isEqualTo(How.BACK);
            assertThat(closed.day()).isBetween(last + 133, last + 175);
        });
        assertThat(drop.stake().orElseThrow().amount()).as("six tenths of 520").isCloseTo(312, within(20.0));
    }

    @Test
    void the_stake_of_a_stop_is_the_year_before_it_give_or_take_what_chance_does_to_a_year() {
        Stake stake =
                episodes(weekly(1, CHANGE, Map.of("A", 5.0))).get(0).stake().orElseThrow();
        assertThat(stake.amount()).isCloseTo(260, within(6.0));
        assertThat(stake.low()).isBetween(150.0, 250.0);
        assertThat(stake.high()).isBetween(270.0, 370.0);
    }

    @Test
    void the_product_groups_that_are_at_stake_add_up_to_all_of_it_the_greatest_first() {
        Stake stake = episodes(weekly(1, CHANGE, Map.of("A", 2.0, "B", 6.0)))
                .get(0)
                .stake()
                .orElseThrow();
        assertThat(stake.shares()).extracting(Stake.Share::group).containsExactly("B", "A");
        assertThat(stake.shares().get(0).part()).isCloseTo(0.75, within(1e-9));
        assertThat(stake.shares().get(1).part()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void nothing_is_told_of_nobody_nor_of_those_with_too_little_history_nor_without_an_edition() {
        assertThat(episodes(List.of())).isEmpty();
        assertThat(episodes(weekly(CHANGE, CHANGE, Map.of("A", 5.0)))).isEmpty();
        assertThat(episodes(weekly(CHANGE, CHANGE + 21, Map.of("A", 5.0)))).isEmpty();
        assertThat(Episodes.of(purchases(weekly(1, CHANGE, Map.of("A", 5.0))), List.of(), BUDGET)
                        .episodes())
                .isEmpty();
    }

    @Test
    void what_was_paid_nothing_for_is_worth_nothing() {
        List<Purchase> free = weekly(1, CHANGE, Map.of("A", 5.0)).stream()
                .map(order -> new Purchase(order, Map.of()))
                .toList();
        assertThat(Episodes.of(free, List.of(edition(YEAR)), BUDGET).episodes())
                .extracting(Episode::stake)
                .containsExactly(Optional.empty());
        assertThat(Arrays.asList(Double.NaN, Double.POSITIVE_INFINITY))
                .allSatisfy(amount -> org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                        .isThrownBy(() -> new Purchase(new OrderDay(1, Map.of("A", 1.0)), Map.of("A", amount))));
    }
}
