package org.offtake.patterns.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.mix.MixFit.Counted;

class MixFitTest {
    @Test
    void the_prior_is_found_from_what_customers_drawn_from_it_bought() {
        SplittableRandom random = new SplittableRandom(7);
        List<Counted> counts = new ArrayList<>();
        var incidences = BetaDistribution.of(2.5, 1.4).createSampler(random::nextLong);
        for (int group = 0; group < 3_000; group++) {
            double share = incidences.sample();
            int orders = 3 + random.nextInt(30);
            int held = 0;
            for (int order = 0; order < orders; order++) {
                held += random.nextDouble() < share ? 1 : 0;
            }
            counts.add(new Counted(held, orders));
        }
        MixPrior prior = MixFit.fit(counts);
        assertThat(prior.in()).isCloseTo(2.5, within(0.25));
        assertThat(prior.out()).isCloseTo(1.4, within(0.14));
    }

    @Test
    void without_a_second_order_any_share_is_as_likely() {
        assertThat(MixFit.fit(List.of())).isEqualTo(new MixPrior(1, 1));
        assertThat(MixFit.fit(List.of(new Counted(0, 0)))).isEqualTo(new MixPrior(1, 1));
    }

    @Test
    void groups_that_are_always_there_or_never_again_give_a_prior_within_bounds() {
        for (int held : new int[] {0, 20}) {
            MixPrior prior = MixFit.fit(Collections.nCopies(500, new Counted(held, 20)));
            assertThat(prior.in() / (prior.in() + prior.out())).isCloseTo(held / 20.0, within(0.01));
            assertThat(prior.in()).isFinite();
            assertThat(prior.out()).isFinite();
        }
    }
}
