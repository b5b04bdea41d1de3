package org.offtake.patterns.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.rhythm.RhythmPrior.Regularity;

/** The numbers are of scipy: the rate integrated out of gamma.pdf and gamma.sf by quad, not the closed forms. */
class RhythmBeliefTest {
    private static final Percentage EXACT = Percentage.withPercentage(1e-8);

    private static RhythmBelief belief(double drift, Regularity... regularities) {
        return new RhythmBelief(new RhythmPrior(4, 60, List.of(regularities), drift, ClosurePrior.none()));
    }

    private static RhythmBelief taught(RhythmBelief belief) {
        for (double gap : new double[] {12, 18, 9}) {
            belief.observe(gap, gap);
        }
        return belief;
    }

    @Test
    void before_the_first_gap_it_is_the_prior_predictive() {
        RhythmBelief belief = belief(0, new Regularity(2, 1));
        assertThat(belief.density(10)).isCloseTo(0.03955078125, EXACT);
        assertThat(belief.survival(45)).isCloseTo(0.08704, EXACT);
    }

    @Test
    void after_three_gaps_it_is_the_posterior_predictive() {
        RhythmBelief belief = taught(belief(0, new Regularity(2.5, 1)));
        assertThat(belief.density(15)).isCloseTo(0.0365045484015924, EXACT);
        assertThat(belief.survival(40)).isCloseTo(0.03483720246006279, EXACT);
        assertThat(belief.expectedGap()).isCloseTo(2.5 * 63 / 11.5, EXACT);
    }

    @Test
    void a_mixture_weighs_each_regularity_by_how_likely_it_made_the_gaps() {
        RhythmBelief belief = taught(belief(0, new Regularity(1, 0.3), new Regularity(4, 0.7)));
        assertThat(belief.weights()[1]).isCloseTo(0.9094110821105948, EXACT);
        assertThat(belief.survival(40)).isCloseTo(0.02061641119116567, EXACT);
        assertThat(belief.density(15)).isCloseTo(0.04364349745391475, EXACT);
    }

    /** I_{b/(s+b)}(a, k) of scipy for k = 8 after 24 gaps of 100: 1 minus the other tail would be 0. */
    @Test
    void the_far_tail_is_small_but_not_nothing() {
        RhythmBelief belief = belief(0, new Regularity(8, 1));
        for (int i = 0; i < 24; i++) {
            belief.observe(100, 100);
        }
        double tail = belief.survival(3_000);
        assertThat(tail).isGreaterThan(0).isLessThan(1e-40);
        assertThat(belief.survival(1e9)).isBetween(0.0, 1e-100);
    }

    @Test
    void the_density_integrates_to_what_survival_leaves() {
        RhythmBelief belief = taught(belief(0.02, new Regularity(1, 0.3), new Regularity(4, 0.7)));
        double sum = 0;
        double step = 0.01;
        for (double gap = 0.1 + step / 2; gap < 60; gap += step) {
            sum += belief.density(gap) * step;
        }
        assertThat(sum).isCloseTo(belief.survival(0.1) - belief.survival(60), within(1e-7));
        assertThat(belief.survival(0)).isEqualTo(1);
        assertThat(belief.survival(-5)).isEqualTo(1);
    }

    @Test
    void drift_makes_old_gaps_count_for_less() {
        RhythmBelief drifting = belief(0.1, new Regularity(2, 1));
        RhythmBelief steady = belief(0, new Regularity(2, 1));
        for (int i = 0; i < 40; i++) {
            drifting.observe(10, 10);
            steady.observe(10, 10);
        }
        for (int i = 0; i < 12; i++) {
            drifting.observe(30, 30);
            steady.observe(30, 30);
        }
        assertThat(drifting.expectedGap()).isGreaterThan(steady.expectedGap() * 1.15);
        assertThat(drifting.survival(80)).isGreaterThan(2 * steady.survival(80));
    }

    @Test
    void simulated_gaps_teach_the_regularity_they_were_drawn_with() {
        SplittableRandom random = new SplittableRandom(3);
        double[] regularities = {1, 2, 4, 8};
        for (int right = 0; right < regularities.length; right++) {
            RhythmBelief belief = belief(
                    0,
                    Arrays.stream(regularities)
                            .mapToObj(k -> new Regularity(k, 0.25))
                            .toArray(Regularity[]::new));
            double k = regularities[right];
            var gaps = GammaDistribution.of(k, 15 / k).createSampler(random::nextLong);
            for (int i = 0; i < 400; i++) {
                double gap = gaps.sample();
                belief.observe(gap, gap);
            }
            assertThat(belief.weights()[right]).isGreaterThan(0.95);
            assertThat(belief.expectedGap()).isCloseTo(15, within(2.5));
        }
    }

    @Test
    void a_copy_goes_its_own_way() {
        RhythmBelief belief = taught(belief(0.02, new Regularity(1, 0.3), new Regularity(4, 0.7)));
        double survival = belief.survival(40);
        double expected = belief.expectedGap();
        RhythmBelief copy = belief.copy();
        copy.observe(90, 90);
        copy.scaleRate(0.5);
        copy.loosen(0.5);
        copy.observeWith(taught(belief(0.02, new Regularity(1, 0.3), new Regularity(4, 0.7))), 50, 50);
        assertThat(belief.survival(40)).isEqualTo(survival);
        assertThat(belief.expectedGap()).isEqualTo(expected);
        assertThat(copy.expectedGap()).isGreaterThan(1.2 * expected);
    }

    @Test
    void a_loosened_belief_expects_the_same_gap_and_learns_another_faster() {
        RhythmBelief belief = belief(0.02, new Regularity(2, 1));
        for (int i = 0; i < 40; i++) {
            belief.observe(10, 10);
        }
        RhythmBelief loose = belief.copy();
        loose.loosen(0.5);
        assertThat(loose.expectedGap()).isCloseTo(belief.expectedGap(), EXACT);
        assertThat(loose.survival(40)).isGreaterThan(5 * belief.survival(40));
        for (int i = 0; i < 5; i++) {
            belief.observe(30, 30);
            loose.observe(30, 30);
        }
        assertThat(loose.expectedGap()).isCloseTo(27, within(4.0));
        assertThat(belief.expectedGap()).isLessThan(15);
    }

    /** All densities are 0 to the last digit: that teaches nothing about regularity. */
    @Test
    void a_gap_beyond_reckoning_leaves_the_weights_as_they_are() {
        RhythmBelief belief = belief(0, new Regularity(2, 0.1), new Regularity(4, 0.9));
        for (int i = 0; i < 2_000; i++) {
            belief.observe(1, 1);
        }
        double[] weights = belief.weights();
        assertThat(belief.density(1e9)).isZero();
        belief.observe(1e9, 1e9);
        assertThat(belief.weights()).isEqualTo(weights);
        assertThat(belief.expectedGap()).isFinite();
        assertThat(belief.survival(10)).isBetween(0.0, 1.0);
    }
}
