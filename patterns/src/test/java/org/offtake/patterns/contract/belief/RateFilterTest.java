package org.offtake.patterns.contract.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateFilterTest {
    private static final Assumptions NOTHING_CHANGES = new Assumptions(0, 0, 0, 0.35, 0);
    private static final RatePrior PRIOR = new RatePrior(3, 30, 1);

    /** Gamma(3, 30) and four gaps of 12.5 days: Gamma(3 + 4k, 30 + 50k). */
    @Test
    void without_change_the_belief_is_the_conjugate_one() {
        RateFilter.Belief poisson = after(new RateFilter(PRIOR, 1, NOTHING_CHANGES), 4, 12.5, 0);
        RateFilter.Belief regular = after(new RateFilter(PRIOR, 2.5, NOTHING_CHANGES), 4, 12.5, 0);

        assertThat(poisson.rate().mean()).isCloseTo(7 / 80.0, within(2e-4));
        assertThat(poisson.rate().shape()).isCloseTo(7, within(0.05));
        assertThat(regular.rate().mean()).isCloseTo(13 / 155.0, within(2e-4));
        assertThat(regular.rate().shape()).isCloseTo(13, within(0.1));
        assertThat(regular.stopped() + regular.slowed()).isZero();
    }

    @Test
    void a_poisson_gap_still_open_adds_its_days_to_the_rate() {
        RateFilter.Belief belief = after(new RateFilter(PRIOR, 1, NOTHING_CHANGES), 4, 12.5, 20);

        assertThat(belief.rate().mean()).isCloseTo(7 / 100.0, within(2e-4));
    }

    @Test
    void drift_forgets() {
        Assumptions drifting = new Assumptions(0, 0, 0, 0.35, 0.3);

        assertThat(after(new RateFilter(PRIOR, 1, drifting), 60, 10, 0).rate().shape())
                .isLessThan(after(new RateFilter(PRIOR, 1, NOTHING_CHANGES), 60, 10, 0)
                                .rate()
                                .shape()
                        * 0.7);
    }

    /** With the rate all but known (k 2, one order in ten days): stop/(stop + silence) after 60 days, hazard 0.06 a year. */
    @Test
    void a_silence_is_weighed_against_the_hazard_of_a_stop() {
        Assumptions stops = new Assumptions(0, 0.06, 0, 0.35, 0);
        RateFilter filter = new RateFilter(new RatePrior(1e4, 1e5, 2), 2, stops);

        RateFilter.Belief belief = filter.after(60);

        double x = 2 * 0.1 * 60;
        double silence = Math.exp(-x) * (1 + x);
        double stopped = 0.06 / 365 * (60 * silence + (1 - Math.exp(-x) * (1 + x + x * x / 2)) / 0.1);
        assertThat(belief.stopped()).isCloseTo(stopped / (stopped + silence), within(0.02));
        assertThat(belief.stopped()).isGreaterThan(0.9);
    }

    @Test
    void gaps_three_times_as_long_are_a_slow_down() {
        RateFilter filter = new RateFilter(PRIOR, 2.5, Assumptions.USUAL);
        RateFilter.Belief before = after(filter, 40, 10, 5);
        RateFilter.Belief slow = after(filter, 6, 29, 5);

        assertThat(before.slowed()).isLessThan(0.05);
        assertThat(slow.slowed()).isGreaterThan(0.8);
        assertThat(slow.left() * slow.rate().mean()).isCloseTo(0.035, within(0.004));
    }

    @Test
    void nothing_that_comes_makes_a_belief_that_is_no_number() {
        RateFilter filter = new RateFilter(PRIOR, 2.5, Assumptions.USUAL);
        for (double gap : new double[] {0, -3, 1e-9, 1e5, 0, 1e9}) {
            filter.order(gap);
            for (double open : new double[] {0, 1, 1e4, 1e9}) {
                RateFilter.Belief belief = filter.after(open);
                assertThat(belief.rate().mean()).isFinite().isPositive();
                assertThat(belief.stopped()).isBetween(0.0, 1.0);
                assertThat(belief.slowed()).isBetween(0.0, 1.0);
                assertThat(belief.left()).isFinite();
            }
        }
    }

    /** Rates gamma(3, 60), regularity 2, ten gaps each. */
    @Test
    void the_prior_is_found_again_from_the_gaps_of_many() {
        Random random = new Random(5);
        List<Gaps> customers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            double rate = erlang(random, 3) / 60;
            List<Double> gaps = new ArrayList<>();
            for (int j = 0; j < 10; j++) {
                gaps.add(erlang(random, 2) / 2 / rate);
            }
            customers.add(Gaps.of(gaps));
        }

        RatePrior prior = RatePrior.fit(customers);

        assertThat(prior.shape()).isCloseTo(3, within(0.3));
        assertThat(prior.rate()).isCloseTo(60, within(7.0));
        assertThat(prior.regularity()).isCloseTo(2, within(0.1));
        assertThat(prior.regularity(Gaps.of(Collections.nCopies(20, 20.0)))).isGreaterThan(3);
    }

    /** One gap of 10 at k = 1 under Gamma(3, 30): 3 · 30³/40⁴. */
    @Test
    void the_marginal_of_one_gap_is_the_lomax_density() {
        assertThat(PRIOR.logMarginal(Gaps.of(List.of(10.0)), 1))
                .isCloseTo(Math.log(3 * Math.pow(30, 3) / Math.pow(40, 4)), within(1e-12));
    }

    private static RateFilter.Belief after(RateFilter filter, int orders, double gap, double open) {
        for (int i = 0; i < orders; i++) {
            filter.order(gap);
        }
        return filter.after(open);
    }

    private static double erlang(Random random, int stages) {
        double sum = 0;
        for (int i = 0; i < stages; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum;
    }
}
