package org.offtake.patterns.contract.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizeFilterTest {
    private static final SizePrior PRIOR = new SizePrior(Math.log(100), 0.5, 1, 5);

    @Test
    void orders_of_two_fifths_are_a_drop_and_leave_the_mean_alone() {
        SizeFilter filter = new SizeFilter(PRIOR, Assumptions.USUAL);
        for (int i = 0; i < 20; i++) {
            filter.order(i % 2 == 0 ? 110 : 90, 14);
        }
        assertThat(filter.states()[0]).isGreaterThan(0.95);
        for (int i = 0; i < 8; i++) {
            filter.order(i % 2 == 0 ? 44 : 36, 14);
        }

        assertThat(filter.states()[2]).isGreaterThan(0.8);
        assertThat(filter.value().mean()).isCloseTo(100, within(6.0));
    }

    @Test
    void returns_tell_nothing_and_a_first_order_is_believed_in_part() {
        SizeFilter filter = new SizeFilter(PRIOR, Assumptions.USUAL);
        filter.order(-50, 1);
        filter.order(0, 1);

        double typical = 100 * Math.exp(0.125);
        assertThat(filter.value().mean()).isCloseTo(typical, within(1e-9));
        assertThat(filter.value().effectiveCount()).isCloseTo(1, within(1e-9));
        assertThat(filter.states()).containsExactly(1, 0, 0);
    }

    /** Logarithms {0, 2} and {4, 6}: within variance 2, means 1 and 5, between 4 - 2/2. */
    @Test
    void the_prior_splits_the_variance_between_and_within_customers() {
        SizePrior prior = SizePrior.fit(List.of(List.of(0.0, 2.0), List.of(4.0, 6.0), List.of(9.0)));

        assertThat(prior.centre()).isCloseTo(3, within(1e-12));
        assertThat(prior.spread()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(prior.weight()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(SizePrior.fit(List.of()).spread()).isEqualTo(1);
    }
}
