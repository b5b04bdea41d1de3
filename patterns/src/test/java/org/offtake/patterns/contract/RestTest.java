package org.offtake.patterns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RestTest {
    @Test
    void a_poisson_process_expects_its_rate_whatever_the_open_gap() {
        assertThat(Rest.orders(0.1, 1, 0, 50)).isCloseTo(5, within(1e-9));
        assertThat(Rest.orders(0.1, 1, 37, 50)).isCloseTo(5, within(1e-9));
        assertThat(Rest.none(0.1, 1, 37, 50)).isCloseTo(Math.exp(-5), within(1e-12));
    }

    /** The renewal function of gaps of two exponential stages (rate 0.2): t/10 - (1 - exp(-0.4 t))/4, at 50 days. */
    @Test
    void a_regular_customer_who_just_ordered_is_a_quarter_of_an_order_behind() {
        assertThat(Rest.orders(0.1, 2, 0, 50)).isCloseTo(4.75, within(1e-6));
        assertThat(Rest.none(0.1, 2, 0, 10)).isCloseTo(3 * Math.exp(-2), within(1e-12));
    }

    @Test
    void a_regular_customer_whose_gap_is_old_is_ahead() {
        // What is left of a gap of two stages after long is one stage of 5 days: (1 + 1/2)/2 - 5/10.
        assertThat(Rest.orders(0.1, 2, 60, 50)).isCloseTo(5.25, within(0.05));
        assertThat(Rest.orders(0.1, 2, 1e6, 50)).isCloseTo(5.25, within(1e-9));
    }

    @Test
    void mean_and_variance_follow_the_reference() {
        GammaMixture rest = Rest.of(Agreements.everyTenDays(List.of(), List.of()), 50);

        assertThat(rest.mean()).isCloseTo(500, within(1e-6));
        assertThat(rest.variance()).isCloseTo(5 * 2_500 + 5 * 10_000 + 250_000 * (1 / 25.0 + 0.25 / 10), within(1e-3));
        assertThat(rest.cdf(0)).isCloseTo(Math.exp(-5), within(1e-12));
    }

    @Test
    void drift_adds_its_variance_until_the_end() {
        Outlook calm = Agreements.everyTenDays(List.of(), List.of());
        Outlook drifting = new Outlook(calm.rate(), 1, 0, calm.value(), List.of(), List.of(), 0.2);

        assertThat(Rest.of(drifting, 50).variance() - Rest.of(calm, 50).variance())
                .isCloseTo(250_000 * 0.04 * 50 / 365, within(1e-3));
    }

    @Test
    void a_stop_that_may_have_happened_takes_its_part_of_the_mean() {
        GammaMixture rest = Rest.of(
                Agreements.everyTenDays(List.of(new Change(0.4, 0, 1), new Change(0.2, 1, 0.5)), List.of()), 50);

        assertThat(rest.mean()).isCloseTo(0.4 * 500 + 0.2 * 250, within(1e-6));
        assertThat(rest.cdf(0)).isCloseTo(0.4 + 0.6 * Math.exp(-5), within(1e-12));
    }

    @Test
    void a_stop_to_come_leaves_half_of_the_rest_on_average() {
        Outlook outlook = Agreements.everyTenDays(List.of(), List.of(new Hazard(1, 0, 1)));

        double stays = Math.exp(-1);
        assertThat(Rest.of(outlook, 365).mean()).isCloseTo(3_650 * (stays + (1 - stays) / 2), within(1e-6));
    }

    @Test
    void another_opinion_counts_by_one_over_its_variance() {
        Outlook own = Agreements.everyTenDays(List.of(), List.of());
        Outlook both = own.knowing(2 * own.level(), own.levelVariance());

        assertThat(own.level()).isCloseTo(10, within(1e-12));
        assertThat(own.levelVariance()).isCloseTo(0.065, within(1e-12));
        assertThat(both.level()).isCloseTo(10 * Math.sqrt(2), within(1e-9));
        assertThat(both.levelVariance()).isCloseTo(0.0325, within(1e-12));
        assertThat(own.knowing(0, 0.1)).isEqualTo(own);
        assertThat(own.knowing(5, Double.POSITIVE_INFINITY)).isEqualTo(own);
    }

    @Test
    void order_sizes_have_their_mean_variance_and_effective_count() {
        assertThat(OrderValue.of(List.of(10.0, 20.0, 30.0), List.of(1.0, 1.0, 1.0)))
                .isEqualTo(new OrderValue(20, 100, 3));
        OrderValue weighted = OrderValue.of(List.of(30.0, 15.0, 8.0), List.of(1.0, 0.5, 0.0));
        assertThat(weighted.mean()).isCloseTo(25, within(1e-12));
        assertThat(weighted.effectiveCount()).isCloseTo(2.25 / 1.25, within(1e-12));
        assertThat(weighted.variance()).isCloseTo(625, within(1e-9));
        assertThat(OrderValue.of(List.of(), List.of())).isEqualTo(new OrderValue(0, 0, 0));
    }
}
