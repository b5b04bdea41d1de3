package org.offtake.patterns.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers printed elsewhere for Pareto/NBD, at parameters printed with them; weeks. What takes the data is in CdnowTest. */
class ParetoNbdPublishedTest {
    /** The vignette of the R package BTYD. */
    private static final ParetoNbd VIGNETTE = new ParetoNbd(0.5534, 10.5802, 0.6061, 11.6562);

    @Test
    void the_customer_of_the_vignette_is_alive_and_buys_as_printed_in_it() {
        PurchaseHistory printed = new PurchaseHistory(26, 30.86, 31);
        Printed.isReached("0.9979", VIGNETTE.probabilityAlive(printed));
        Printed.isReached(0.9979178, VIGNETTE.probabilityAlive(printed));
        Printed.isReached("25.46", VIGNETTE.expectedPurchases(printed, 52));
        Printed.isReached("1.47", VIGNETTE.expectedOfNewCustomer(52));
        Printed.isReached(1.473067, VIGNETTE.expectedOfNewCustomer(52));
    }

    /** The manual of BTYD, pnbd.Expectation, whose example has these parameters: all digits agree at them, and at no others. */
    @Test
    void purchases_expected_of_a_new_customer_are_those_of_the_manual() {
        ParetoNbd example = new ParetoNbd(0.55, 10.56, 0.61, 11.64);
        List<Double> weeks = List.of(
                0.0,
                0.05077821,
                0.09916088,
                0.14542507,
                0.18979930,
                0.23247466,
                0.27361274,
                0.31335159,
                0.35181024,
                0.38909211);
        for (int week = 0; week < weeks.size(); week++) {
            Printed.isReached(weeks.get(week), example.expectedOfNewCustomer(week));
        }
    }

    /** A test of the Python package lifetimes, after its likelihood had underflowed there. */
    @Test
    void one_purchase_more_makes_a_small_difference_where_the_likelihood_itself_underflows() {
        ParetoNbd rounded = new ParetoNbd(0.55, 10.58, 0.61, 11.67);
        Printed.isReached(6.206051788963242, rounded.expectedPurchases(new PurchaseHistory(132, 200, 200), 10));
        Printed.isReached(6.252872247574811, rounded.expectedPurchases(new PurchaseHistory(133, 200, 200), 10));
    }

    /** A test of the R package CLVTools, where these were NaN; it asks for finite numbers, these are from scipy. */
    @Test
    void customers_with_hundreds_of_purchases_have_a_probability_to_be_alive() {
        ParetoNbd model = new ParetoNbd(0.5143, 2.8845, 0.2856, 14.1087);
        Printed.isReached(0.9995961, model.probabilityAlive(new PurchaseHistory(221, 103.42857, 103.57143)));
        Printed.isReached(0.9995582, model.probabilityAlive(new PurchaseHistory(254, 97.14286, 97.28571)));
        Printed.isReached(0.7494878, model.probabilityAlive(new PurchaseHistory(161, 94.71429, 98)));
        Printed.isReached(0.9942551, model.probabilityAlive(new PurchaseHistory(204, 98.57143, 99.42857)));
    }

    /** Without any hypergeometric function: the integral over the moment of stopping, by mpmath with 40 digits. */
    @Test
    void likelihoods_are_those_of_the_integral_over_the_moment_of_stopping() {
        ParetoNbd rounded = new ParetoNbd(0.553, 10.578, 0.606, 11.669);
        checkIntegral(rounded, new PurchaseHistory(2, 30.43, 38.86), -9.5542832451504, 0.86916755915301);
        checkIntegral(rounded, new PurchaseHistory(0, 0, 38.86), -0.52104629408089, 0.29528660461689);
        checkIntegral(rounded, new PurchaseHistory(300, 35, 38.86), 258.17367557642, 1.1869032884816e-8);
        PurchaseHistory seven = new PurchaseHistory(7, 10, 38.86);
        checkIntegral(new ParetoNbd(2, 50, 0.606, 11.669), seven, -20.652144377139, 0.11181313232283);
        checkIntegral(new ParetoNbd(2, 10, 0.606, 10), seven, -14.932343100421, 0.0029680264830671);
    }

    private static void checkIntegral(ParetoNbd model, PurchaseHistory history, double likelihood, double alive) {
        Printed.isReached(likelihood, model.logLikelihood(history));
        Printed.isReached(alive, model.probabilityAlive(history));
    }

    @Test
    void expectations_go_on_smoothly_through_the_shape_of_1() {
        PurchaseHistory history = new PurchaseHistory(2, 30, 39);
        double at = new ParetoNbd(0.5, 10, 1, 12).expectedPurchases(history, 50);
        assertThat(at)
                .isBetween(
                        new ParetoNbd(0.5, 10, 1 + 1e-9, 12).expectedPurchases(history, 50),
                        new ParetoNbd(0.5, 10, 1 - 1e-9, 12).expectedPurchases(history, 50));
    }
}
