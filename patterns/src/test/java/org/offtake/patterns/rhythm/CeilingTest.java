package org.offtake.patterns.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.rhythm.RhythmPrior.Regularity;

class CeilingTest {
    private static final double ROUNDING = 1 + 1e-9;
    private static final int AHEAD = 120;

    private final SplittableRandom random = new SplittableRandom(17);

    @Test
    void the_evidence_of_no_day_of_a_gap_is_above_its_ceiling_as_long_as_closures_become_likelier() {
        int beyondRough = 0;
        for (int customer = 0; customer < 60; customer++) {
            RhythmChange change = new RhythmChange(new Rhythm(prior(customer), seasonal()));
            int day = 0;
            for (int order = 0; order < 60; order++) {
                change.order(day, order > 2);
                int next = day + gap(order);
                int from = day + 1 + random.nextInt(2 * (next - day));
                int to = Math.min(change.usual().closureGrowsUntil(from), from + random.nextInt(AHEAD));
                Ceiling rough = change.ceiling(from, to, true);
                Ceiling close = change.ceiling(from, to, false);
                for (int open = from; open <= to; open += 1 + (open - from) / 8) {
                    RhythmChange.Evidence evidence = change.evidence(open);
                    assertNotAbove(evidence, rough.until(open));
                    assertNotAbove(evidence, rough.until(to));
                    assertNotAbove(evidence, close.until(open));
                    assertNotAbove(evidence, close.until(to));
                    beyondRough +=
                            close.until(open).slower() < rough.until(open).slower() / 2 ? 1 : 0;
                }
                day = next;
            }
        }
        assertThat(beyondRough).isPositive();
    }

    private static void assertNotAbove(RhythmChange.Evidence evidence, RhythmChange.Evidence ceiling) {
        assertThat(evidence.stopped()).isLessThanOrEqualTo(ceiling.stopped() * ROUNDING);
        assertThat(evidence.slower()).isLessThanOrEqualTo(ceiling.slower() * ROUNDING);
        assertThat(evidence.faster()).isLessThanOrEqualTo(ceiling.faster() * ROUNDING);
    }

    private static RhythmPrior prior(int customer) {
        ClosurePrior closures = customer % 3 == 0
                ? ClosurePrior.none()
                : new ClosurePrior(Collections.nCopies(12, customer % 3 == 1 ? 0.04 : 0.2), 18, 0.8, 10);
        return new RhythmPrior(
                3,
                45,
                List.of(new Regularity(0.7, 0.2), new Regularity(2, 0.4), new Regularity(8, 0.4)),
                0.05,
                closures);
    }

    /** Days that count for nothing and days that count for three. */
    private OperationalClock seasonal() {
        return new OperationalClock(0, random.doubles(400, 0, 2).toArray(), new double[] {0, 0, 1, 3, 0.5, 1, 1.5});
    }

    private int gap(int order) {
        double mean = order / 20 % 2 == 0 ? 12 : 12 * Math.pow(4, random.nextDouble(-1, 1));
        double k = order / 20 == 1 ? 8 : 1;
        return 1
                + (int) GammaDistribution.of(k, mean / k)
                        .createSampler(random::nextLong)
                        .sample();
    }
}
