package org.offtake.patterns.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** At the parameters that the Python package lifetimes tests for; what comes out of them by mpmath with 40 digits. */
class MbgNbdTest {
    private static final MbgNbd ROUNDED = new MbgNbd(0.525, 6.183, 0.891, 1.614);

    @Test
    void likelihood_probability_alive_and_expected_purchases_are_those_of_the_published_formulas() {
        check(new PurchaseHistory(0, 0, 38.86), 39, -0.539837463531, 0.389735080919, 0.154012746675);
        check(new PurchaseHistory(2, 30.43, 38.86), 39, -9.48555131453, 0.706202265118, 1.26296062327);
        check(new PurchaseHistory(26, 30.86, 31), 52, -38.3221269478, 0.965566144144, 24.0039228222);
        check(new PurchaseHistory(300, 380, 400), 10, -387.907824633, 8.69853718633e-5, 6.36677266753e-4);
        Printed.isReached(1.1829536656, ROUNDED.expectedOfNewCustomer(39));
    }

    private static void check(
            PurchaseHistory history, double ahead, double likelihood, double alive, double purchases) {
        Printed.isReached(likelihood, ROUNDED.logLikelihood(history));
        Printed.isReached(alive, ROUNDED.probabilityAlive(history));
        Printed.isReached(purchases, ROUNDED.expectedPurchases(history, ahead));
    }

    @Test
    void a_customer_who_never_came_back_is_believed_in_less_and_less() {
        assertThat(ROUNDED.probabilityAlive(new PurchaseHistory(0, 0, 10)))
                .isLessThan(1)
                .isGreaterThan(ROUNDED.probabilityAlive(new PurchaseHistory(0, 0, 100)));
    }
}
