package org.offtake.patterns.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.rhythm.RhythmPrior.Regularity;

class QuickLookTest {
    private static final double ROUNDING = 1 + 1e-9;

    /** Rhythms that change at random, with and without closures; what the quick look rules out must not be there. */
    @Test
    void no_evidence_is_above_what_the_quick_look_allows() {
        SplittableRandom random = new SplittableRandom(9);
        for (int customer = 0; customer < 300; customer++) {
            ClosurePrior closures = customer % 2 == 0
                    ? ClosurePrior.none()
                    : new ClosurePrior(Collections.nCopies(12, 0.04), 18, 0.8, 10);
            RhythmPrior prior = new RhythmPrior(
                    3,
                    45,
                    List.of(new Regularity(0.7, 0.2), new Regularity(2, 0.4), new Regularity(8, 0.4)),
                    0.05,
                    closures);
            RhythmChange change = new RhythmChange(new Rhythm(prior, OperationalClock.calendar()));
            int day = 0;
            for (int order = 0; order < 60; order++) {
                change.order(day, order > 2);
                double mean = order / 20 % 2 == 0 ? 12 : 12 * Math.pow(4, random.nextDouble(-1, 1));
                double k = order / 20 == 1 ? 8 : 1;
                int next = day
                        + 1
                        + (int) GammaDistribution.of(k, mean / k)
                                .createSampler(random::nextLong)
                                .sample();
                for (int open = day; open < next + 40; open += 1 + (open - day) / 8) {
                    RhythmChange.Evidence most = change.atMost(open);
                    RhythmChange.Evidence evidence = change.evidence(open);
                    assertThat(evidence.stopped()).isLessThanOrEqualTo(most.stopped() * ROUNDING);
                    assertThat(evidence.slower()).isLessThanOrEqualTo(most.slower() * ROUNDING);
                    assertThat(evidence.faster()).isLessThanOrEqualTo(most.faster() * ROUNDING);
                }
                day = next;
            }
        }
    }
}
