package org.offtake.patterns.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.LogBeta;
import org.junit.jupiter.api.Test;

/** The two functions that no library here has, against mpmath with 40 digits. */
class ExpansionsTest {

    @Test
    void the_hypergeometric_function_with_a_one_is_that_of_mpmath() {
        hypergeometric(0.55, 1.16, 0.08, 1.04025945759779);
        hypergeometric(133, 134.7, 0.3, 1.42090964285291);
        hypergeometric(2, 5, 0.95, 1.84820186242478);
        hypergeometric(0.5, 400, 0.99, 1.00124211122191);
        hypergeometric(1_000_000, 1_000_001.6, 0.5, 1.99999680001344);
        hypergeometric(2, 3, 0, 1);
    }

    @Test
    void it_converges_close_to_its_singularity() {
        hypergeometric(1.6, 2.2, 0.999, 40.399185724006);
        hypergeometric(1.6, 2.2, 0.999999, 684.060579694737);
    }

    /** As the published expectation has it, (a+b-1)/(a-1) (1 - (1+tau)^-shape 2F1(shape, b; a+b-1; tau/(1+tau))). */
    @Test
    void purchases_until_drop_out_are_those_of_the_published_form() {
        purchases(0.243, 8.836, 0.793, 2.426, 1.19676666368869);
        purchases(2.243, 0.9, 0.793, 4.426, 1.68543497394272);
        purchases(200.5, 1e-7, 1.5, 201, 2.00499985036761e-5);
    }

    @Test
    void they_are_so_where_that_form_loses_its_digits_or_hardly_converges() {
        purchases(4, 2.5, 1, 3, 4.47257461977182);
        purchases(3, 1e6, 0.4, 0.01, 269.214841336501);
        purchases(0.5, 100, 1e-5, 2, 49.9983470739531);
        purchases(0.5, 100, 30_000, 50_000, 2.23693347624498);
    }

    /** For tau without end: shape tau^(1-a) Beta(a, shape+1-a) / ((1-a) Beta(a, b)). */
    @Test
    void they_follow_their_asymptote_for_all_the_time_there_is() {
        double tau = 1e299;
        double beta = Math.exp(LogBeta.value(0.793, 0.45) - LogBeta.value(0.793, 2.426));
        purchases(0.243, tau, 0.793, 2.426, 0.243 * Math.pow(tau, 0.207) * beta / 0.207);
    }

    private static void hypergeometric(double b, double c, double z, double expected) {
        assertThat(Hypergeometric.withOne(b, c, z)).isCloseTo(expected, within(1e-11 * expected));
    }

    private static void purchases(double shape, double tau, double a, double b, double expected) {
        assertThat(UntilDropout.purchases(shape, tau, a, b)).isCloseTo(expected, within(1e-10 * expected));
    }
}
