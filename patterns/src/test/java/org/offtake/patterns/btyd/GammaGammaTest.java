package org.offtake.patterns.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The published fit (946 customers of CDNOW: p 6.25, q 3.74, v 15.44, log-likelihood -4055.9177) takes their spending,
 * which is not in the file of frequencies; CdnowTest shows it where the file with the spending is at hand. Shown here
 * without any data: the expectations that are printed for single customers, and a fit to made customers that scipy agrees
 * with.
 */
class GammaGammaTest {
    /** The published fit with all its digits: at the rounded ones the mean is 35.22 and not 35.17 as printed. */
    private static final GammaGamma FITTED = new GammaGamma(6.2488, 3.7446, 15.4477);

    /** Drawn from p 3, q 4, v 40 and rounded to cents. */
    private static final List<Spend> MADE = List.of(
            new Spend(4, 43.74),
            new Spend(5, 44.66),
            new Spend(7, 24.47),
            new Spend(8, 45.41),
            new Spend(1, 44.64),
            new Spend(2, 18.66),
            new Spend(7, 204.74),
            new Spend(8, 41.17),
            new Spend(2, 39.49),
            new Spend(3, 19.38),
            new Spend(7, 55.59),
            new Spend(4, 13.51),
            new Spend(3, 14.68),
            new Spend(7, 102.77),
            new Spend(3, 29.78),
            new Spend(4, 53.2),
            new Spend(6, 58.5),
            new Spend(5, 28.44),
            new Spend(1, 6.06),
            new Spend(1, 19.26),
            new Spend(7, 54.9),
            new Spend(7, 50.92),
            new Spend(7, 69.09),
            new Spend(5, 35.68));

    /** The first ten customers in the spreadsheet to Hardie's note 25, by way of a test of lifetimes: those who differ. */
    @Test
    void spending_expected_of_single_customers_is_that_of_the_spreadsheet() {
        Printed.isReached("24.65", FITTED.expectedValue(new Spend(2, 22.35)));
        Printed.isReached("18.91", FITTED.expectedValue(new Spend(1, 11.77)));
        Printed.isReached("35.17", FITTED.expectedValue(Spend.NONE));
        Printed.isReached("71.46", FITTED.expectedValue(new Spend(7, 73.74)));
        Printed.isReached("27.28", FITTED.expectedValue(new Spend(2, 25.55)));
    }

    @Test
    void the_likelihood_of_made_customers_is_that_of_mpmath() {
        Printed.isReached(-113.59393527933, new GammaGamma(6.25, 3.74, 15.44).logLikelihood(MADE));
    }

    @Test
    void the_fit_to_made_customers_is_that_of_scipy() {
        Fit<GammaGamma> fit = GammaGamma.fit(MADE);
        assertThat(fit.logLikelihood()).isCloseTo(-109.861137152962, within(1e-8));
        assertThat(fit.model().p()).isCloseTo(1.623365, within(2e-5));
        assertThat(fit.model().q()).isCloseTo(4.887242, within(1e-4));
        assertThat(fit.model().v()).isCloseTo(119.5574, within(5e-3));
        assertThat(fit.model().expectedValue(Spend.NONE)).isCloseTo(49.92879, within(1e-4));
    }

    @Test
    void many_purchases_leave_the_customer_s_own_mean() {
        assertThat(FITTED.expectedValue(new Spend(1_000_000, 80))).isCloseTo(80, within(1e-3));
        assertThat(FITTED.logLikelihood(new Spend(1_000_000, 80))).isFinite();
    }

    @Test
    void numbers_that_cannot_be_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spend(3, -5))
                .withMessage("the mean spend is -5.0; it must be above 0, and below 1.0E100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spend(3, Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spend(0, 5))
                .withMessageContaining("over no purchases");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GammaGamma(1, 0.9, 1))
                .withMessageContaining("q is 0.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FITTED.logLikelihood(Spend.NONE))
                .withMessageContaining("without purchases");
    }

    @Test
    void money_at_stake_is_what_they_will_buy_times_what_they_spend() {
        MbgNbd purchases = new MbgNbd(0.525, 6.183, 0.891, 1.614);
        PurchaseHistory history = new PurchaseHistory(2, 30.43, 38.86);
        Spend spend = new Spend(2, 22.35);
        assertThat(new MoneyAtStake(purchases, FITTED).within(39, history, spend))
                .isEqualTo(purchases.expectedPurchases(history, 39) * FITTED.expectedValue(spend));
    }
}
