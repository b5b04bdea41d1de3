package org.offtake.patterns.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.size.SizeFit.Series;

class SizeFitTest {
    private static List<Series> drawn(double variance, double odd, double oddVariance, double drift) {
        SplittableRandom random = new SplittableRandom(17);
        var normal = NormalDistribution.of(0, 1).createSampler(random::nextLong);
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            double level = 3 * random.nextDouble();
            List<Integer> days = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int day = 0; day < 365; day += 9) {
                level += Math.sqrt(drift * 9 / 365.25) * normal.sample();
                double spread = Math.sqrt(random.nextDouble() < odd ? oddVariance : variance);
                days.add(day);
                values.add(level + spread * normal.sample());
            }
            all.add(new Series(days, values));
        }
        return all;
    }

    @Test
    void the_prior_is_found_from_lines_drawn_from_it() {
        SizePrior prior = SizeFit.fit(drawn(0.15, 0.04, 2, 0.05));
        assertThat(prior.variance()).isCloseTo(0.15, within(0.03));
        assertThat(prior.odd()).isCloseTo(0.04, within(0.02));
        assertThat(prior.oddVariance()).isCloseTo(2, within(0.8));
        assertThat(prior.driftPerYear()).isCloseTo(0.05, within(0.03));
    }

    @Test
    void levels_that_stay_have_no_drift() {
        assertThat(SizeFit.fit(drawn(0.15, 0, 1, 0)).driftPerYear()).isLessThan(0.02);
    }

    @Test
    void little_or_strange_history_gives_a_prior_all_the_same() {
        Series equal = series(2, 2, 2, 2, 2, 2);
        Series huge = series(27, -27, 27, 600, 27, -600);
        for (List<Series> strange : List.of(
                List.<Series>of(),
                List.of(series(1)),
                List.of(series()),
                List.of(equal),
                Collections.nCopies(100, equal),
                List.of(huge, equal),
                Collections.nCopies(100, huge))) {
            SizePrior prior = SizeFit.fit(strange);
            assertThat(prior.variance()).isFinite();
            assertThat(prior.oddVariance()).isFinite();
            assertThat(GroupSize.first(prior, 0, 1).observe(9, 1.1).density(18, 0.5, -0.5))
                    .isFinite()
                    .isPositive();
        }
    }

    private static Series series(double... values) {
        List<Integer> days = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (double value : values) {
            days.add(days.size() * 7);
            all.add(value);
        }
        return new Series(days, all);
    }
}
