package org.offtake.patterns.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.rhythm.RhythmFit.OrderDays;

class RhythmFitTest {
    private static final int YEAR = 365;

    private static List<OrderDays> drawn() {
        SplittableRandom random = new SplittableRandom(11);
        var rates = GammaDistribution.of(4, 1 / 80.0).createSampler(random::nextLong);
        List<OrderDays> customers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double k = i % 2 == 0 ? 2 : 4;
            var gaps = GammaDistribution.of(k, 1 / (k * rates.sample())).createSampler(random::nextLong);
            List<Integer> days = new ArrayList<>();
            for (double time = 30 * random.nextDouble(); time < YEAR; time += gaps.sample()) {
                int day = (int) Math.ceil(time);
                if (days.isEmpty() || days.get(days.size() - 1) < day) {
                    days.add(day);
                }
            }
            customers.add(new OrderDays(days, OperationalClock.calendar(), YEAR));
        }
        return customers;
    }

    @Test
    void the_same_orders_give_the_same_prior_to_the_last_digit() {
        RhythmPrior once = RhythmFit.fit(drawn());
        assertThat(RhythmFit.fit(drawn())).isEqualTo(once);
        assertThat(RhythmFit.fit(drawn())).isEqualTo(once);
    }

    @Test
    void the_prior_is_found_from_the_orders_of_customers_drawn_from_it() {
        RhythmPrior prior = RhythmFit.fit(drawn());
        assertThat(prior.shape()).isCloseTo(4, within(1.0));
        assertThat(prior.rate() / prior.shape()).isCloseTo(20, within(2.0));
        double meanK = prior.regularities().stream()
                .mapToDouble(one -> one.k() * one.weight())
                .sum();
        assertThat(meanK).isCloseTo(3, within(0.5));
        assertThat(prior.driftPerYear()).isLessThan(0.1);
    }

    @Test
    void little_or_strange_history_gives_a_prior_all_the_same() {
        List<List<OrderDays>> strange = List.of(
                List.of(),
                List.of(days(5)),
                List.of(days()),
                Collections.nCopies(50, days(5)),
                Collections.nCopies(50, days(5, 6)),
                List.of(days(0, 3_650)),
                Collections.nCopies(50, every(7)),
                Collections.nCopies(10, every(1)),
                IntStream.range(3, 60).mapToObj(RhythmFitTest::every).toList());
        for (List<OrderDays> customers : strange) {
            RhythmPrior prior = RhythmFit.fit(customers);
            RhythmBelief belief = new RhythmBelief(prior);
            assertThat(belief.expectedGap()).isFinite().isPositive();
            assertThat(belief.survival(30)).isBetween(0.0, 1.0);
            assertThat(Arrays.stream(belief.weights()).sum()).isCloseTo(1, within(1e-9));
            assertThat(prior.closures().chanceByMonth())
                    .allSatisfy(chance -> assertThat(chance).isBetween(0.0, 0.5));
        }
    }

    private static OrderDays days(Integer... days) {
        return new OrderDays(List.of(days), OperationalClock.calendar(), 3_700);
    }

    private static OrderDays every(int gap) {
        return new OrderDays(
                IntStream.iterate(1, day -> day <= YEAR, day -> day + gap)
                        .boxed()
                        .toList(),
                OperationalClock.calendar(),
                YEAR);
    }
}
