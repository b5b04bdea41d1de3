package org.offtake.patterns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.mix.MixPrior;
import org.offtake.patterns.rhythm.ClosurePrior;
import org.offtake.patterns.rhythm.RhythmPrior;
import org.offtake.patterns.size.SizePrior;

/** Whoever goes on from the state of a customer tells, to the last bit, what whoever begins with the first order tells. */
class EpisodesGoOnTest {
    private static final int YEAR = 365;
    private static final int CHANGE = YEAR + 90;
    private static final int END = CHANGE + 500;
    private static final Budget BUDGET = Budget.of(5);
    private static final List<Consumer<DrawnCustomer>> CHANGES = List.of(
            customer -> {},
            customer -> customer.changeRate(0.001),
            customer -> customer.changeRate(0.3),
            customer -> customer.changeRate(3),
            customer -> customer.changeSizes(0.3),
            customer -> customer.changeSizes(4),
            customer -> customer.changeIncidence("G0", 0));

    /** What all teach, with closures, and another drift and other sizes from edition to edition. */
    private static List<Edition> editions() {
        return IntStream.range(0, 8).mapToObj(EpisodesGoOnTest::edition).toList();
    }

    private static Edition edition(int quarter) {
        Priors usual = DrawnCustomer.PRIORS;
        List<Double> closed = new ArrayList<>(Collections.nCopies(12, 0.0));
        closed.set(7, 0.2);
        RhythmPrior rhythm = new RhythmPrior(
                usual.rhythm().shape(),
                usual.rhythm().rate(),
                usual.rhythm().regularities(),
                0.05 + 0.01 * quarter,
                new ClosurePrior(closed, 14, 0.8, 10));
        SizePrior size = new SizePrior(0.12, 12, 0.02, 2, 0.02 + 0.001 * quarter);
        return new Edition(
                YEAR + 91 * quarter,
                new Priors(rhythm, new MixPrior(3, 2 + quarter), size),
                OperationalClock.calendar());
    }

    /** Who is as usual, changes, and is as before again. */
    private static List<Purchase> drawn(long seed) {
        DrawnCustomer customer = new DrawnCustomer(seed);
        List<OrderDay> orders = new ArrayList<>(customer.orders(0, CHANGE));
        CHANGES.get((int) (seed % CHANGES.size())).accept(customer);
        orders.addAll(customer.orders(CHANGE, CHANGE + 250));
        CHANGES.get((int) ((seed / CHANGES.size()) % CHANGES.size())).accept(customer);
        orders.addAll(customer.orders(CHANGE + 250, END));
        return orders.stream()
                .map(order -> new Purchase(order, order.quantities()))
                .toList();
    }

    private static Optional<WatchState> copy(Optional<WatchState> state) {
        return state.map(each -> new WatchState(each.day(), each.bytes()));
    }

    @Test
    void from_order_to_order_the_same_is_told_as_from_the_first_one_on() {
        int told = 0;
        int wentOn = 0;
        for (long seed = 0; seed < 98; seed++) {
            List<Purchase> purchases = drawn(seed);
            Optional<WatchState> state = Optional.empty();
            for (int known = 1; known <= purchases.size(); known++) {
                List<Purchase> until = purchases.subList(0, known);
                if (until.get(known - 1).day() < YEAR) {
                    continue;
                }
                Followed anew = Episodes.of(until, editions(), BUDGET);
                Followed goneOn = state.isPresent()
                        ? Episodes.from(state.get(), until.subList(known - 1, known), editions(), BUDGET)
                        : Episodes.of(until, editions(), BUDGET);
                wentOn += state.isPresent() ? 1 : 0;
                assertThat(goneOn.episodes()).isEqualTo(anew.episodes());
                assertThat(goneOn.state().orElseThrow().day())
                        .isEqualTo(until.get(known - 1).day());
                assertThat(goneOn.state().orElseThrow().bytes())
                        .isEqualTo(anew.state().orElseThrow().bytes());
                state = copy(goneOn.state());
                told += goneOn.episodes().size();
            }
        }
        assertThat(told).isGreaterThan(1000);
        assertThat(wentOn).isGreaterThan(1000);
    }

    @Test
    void several_orders_later_and_in_another_edition_too() {
        for (long seed = 200; seed < 230; seed++) {
            List<Purchase> purchases = drawn(seed);
            for (int known = purchases.size() / 2; known < purchases.size(); known += 3) {
                Followed before = Episodes.of(purchases.subList(0, known), editions(), BUDGET);
                if (before.state().isEmpty()) {
                    continue;
                }
                Followed all = Episodes.of(purchases, editions(), BUDGET);
                Followed goneOn = Episodes.from(
                        before.state().get(), purchases.subList(known, purchases.size()), editions(), BUDGET);
                assertThat(goneOn.episodes()).isEqualTo(all.episodes());
                assertThat(goneOn.state().orElseThrow().bytes())
                        .isEqualTo(all.state().orElseThrow().bytes());
            }
        }
    }

    @Test
    void who_buys_in_a_second_currency_is_told_of_without_money_as_if_they_always_had() {
        int stakes = 0;
        for (long seed = 300; seed < 330; seed++) {
            List<Purchase> purchases = drawn(seed);
            int known = purchases.size() - 1;
            List<Purchase> free = purchases.stream()
                    .map(purchase -> new Purchase(purchase.order(), Map.of()))
                    .toList();
            Followed before = Episodes.of(purchases.subList(0, known), editions(), BUDGET);
            Followed anew = Episodes.of(free, editions(), BUDGET);
            if (before.state().isEmpty()) {
                continue;
            }
            stakes += (int) before.episodes().stream()
                    .filter(episode -> episode.stake().isPresent())
                    .count();
            Followed goneOn = Episodes.from(
                    before.state().get().withoutAmounts(), free.subList(known, known + 1), editions(), BUDGET);
            assertThat(goneOn.episodes()).isEqualTo(anew.episodes());
            assertThat(goneOn.state().orElseThrow().bytes())
                    .isEqualTo(anew.state().orElseThrow().bytes());
        }
        assertThat(stakes).isPositive();
    }

    @Test
    void without_a_new_order_the_open_gap_is_looked_at_and_the_state_is_the_same() {
        List<Purchase> purchases = drawn(1);
        Followed all = Episodes.of(purchases, editions(), BUDGET);
        Followed goneOn = Episodes.from(all.state().orElseThrow(), List.of(), editions(), BUDGET);
        assertThat(goneOn.episodes()).isEqualTo(all.episodes()).isNotEmpty();
        assertThat(goneOn.state().orElseThrow().bytes())
                .isEqualTo(all.state().orElseThrow().bytes());
    }

    @Test
    void nothing_is_kept_of_a_customer_whose_last_order_came_before_the_first_edition() {
        List<Purchase> early =
                drawn(1).stream().filter(purchase -> purchase.day() < YEAR - 10).toList();
        assertThat(Episodes.of(early, editions(), BUDGET).state()).isEmpty();
    }
}
