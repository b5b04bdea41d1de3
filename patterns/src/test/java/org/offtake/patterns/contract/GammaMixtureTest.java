package org.offtake.patterns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.contract.GammaMixture.Part;

class GammaMixtureTest {
    /** Shape 2, scale 5. */
    private static final Part PART = new Part(1, 10, 50);

    @Test
    void one_part_is_its_gamma_distribution() {
        GammaMixture one = new GammaMixture(List.of(PART));
        double untilTen = 1 - 3 * Math.exp(-2);

        assertThat(one.cdf(10)).isCloseTo(untilTen, within(1e-12));
        assertThat(one.quantile(untilTen)).isCloseTo(10, within(1e-6));
        assertThat(one.cdf(-1)).isZero();
    }

    @Test
    void a_quarter_of_nothing_moves_mean_variance_and_quantiles() {
        GammaMixture mixed = new GammaMixture(List.of(new Part(0.25, 0, 0), new Part(0.75, 10, 50)));

        assertThat(mixed.mean()).isCloseTo(7.5, within(1e-12));
        assertThat(mixed.variance()).isCloseTo(0.75 * (50 + 6.25) + 0.25 * 56.25, within(1e-12));
        assertThat(mixed.cdf(0)).isCloseTo(0.25, within(1e-12));
        assertThat(mixed.quantile(0.2)).isZero();
        assertThat(mixed.cdf(mixed.quantile(0.9))).isCloseTo(0.9, within(1e-8));
    }

    @Test
    void without_variance_it_is_exactly_its_mean() {
        GammaMixture sure = new GammaMixture(List.of(new Part(1, 10, 0)));

        assertThat(sure.quantile(0.025)).isCloseTo(10, within(1e-6));
        assertThat(sure.quantile(0.975)).isCloseTo(10, within(1e-6));
    }
}
