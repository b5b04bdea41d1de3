package org.offtake.patterns.btyd;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.offtake.patterns.btyd.MaximumLikelihood.Parameter;

/**
 * BG/NBD: rates are Gamma(r, alpha), the risk of stopping after a repeat purchase is Beta(a, b).
 *
 * <p>Nobody can stop before the first repeat purchase, so {@link #probabilityAlive} is 1 for everyone without one, for
 * ever. Use {@link MbgNbd} where that number is shown to people.
 *
 * <p>Source: Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2): the likelihood,
 * and equations 8 (counts), 9 (new customer) and 10 (expected purchases); rearranged for long histories as in Hardie's
 * technical note 27.
 *
 * @param r shape of the rates
 * @param alpha scale of the rates, in time: r / alpha is the mean rate
 * @param a weight of stopping
 * @param b weight of going on: a / (a + b) is the mean risk
 */
public record BgNbd(double r, double alpha, double a, double b) implements BuyTillYouDie {

    public BgNbd {
        Guard.positive("r", r);
        Guard.positive("alpha", alpha);
        Guard.positive("a", a);
        Guard.positive("b", b);
    }

    /** The parameters under which the cohort is most likely. */
    public static Fit<BgNbd> fit(Cohort cohort) {
        return new MaximumLikelihood<>(
                        "BG/NBD",
                        Parameter.positive("r", "alpha", "a", "b"),
                        theta -> new BgNbd(theta[0], theta[1], theta[2], theta[3]),
                        model -> model.logLikelihood(cohort))
                .from(Starts.ofDropout("BG/NBD", cohort));
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        return ofRepeats((double) history.repeats()) + ofTimes(history);
    }

    @Override
    public double logLikelihood(Cohort cohort) {
        return cohort.sum(this::ofRepeats, this::ofTimes);
    }

    private double ofRepeats(double x) {
        return LogSpace.risingFactorial(r, x) + LogBeta.value(a, b + x) - LogBeta.value(a, b);
    }

    private double ofTimes(PurchaseHistory history) {
        double shape = r + history.repeats();
        double toNow =
                -r * Math.log1p(history.observed() / alpha) - history.repeats() * Math.log(alpha + history.observed());
        return toNow + LogSpace.sum(0, oddsAgainst(history, shape));
    }

    /** Log of the odds of having stopped at the last purchase. */
    private double oddsAgainst(PurchaseHistory history, double shape) {
        if (history.repeats() == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(a)
                - Math.log(b + (history.repeats() - 1))
                + shape * LogSpace.growth(alpha, history.last(), history.observed());
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return LogSpace.probabilityAgainst(oddsAgainst(history, r + history.repeats()));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double ahead) {
        double tau = Guard.notNegative("the time ahead", ahead) / (alpha + history.observed());
        double x = history.repeats();
        return probabilityAlive(history) * UntilDropout.purchases(r + x, tau, a, b + x);
    }

    @Override
    public double expectedOfNewCustomer(double within) {
        return UntilDropout.purchases(r, Guard.notNegative("the time", within) / alpha, a, b);
    }

    /** Probability that a customer makes exactly {@code repeats} repeat purchases within the time {@code within}. */
    public double probabilityOfRepeats(long repeats, double within) {
        double x = Guard.notNegative("the number of repeat purchases", repeats);
        double time = Guard.notNegative("the time", within);
        double none = -r * Math.log1p(time / alpha);
        if (x == 0) {
            return Math.exp(none);
        }
        if (time == 0) {
            return 0;
        }
        double goingOn = LogBeta.value(a, b + x) - LogBeta.value(a, b);
        double count = LogSpace.risingFactorial(r, x) - LogGamma.value(x + 1) + none - x * Math.log1p(alpha / time);
        double stopping = goingOn + Math.log(a) - Math.log(b + (x - 1));
        // the published sum over fewer than x purchases is the distribution function of a negative binomial
        double enough = time < alpha
                ? RegularizedBeta.value(time / (alpha + time), x, r)
                : RegularizedBeta.complement(alpha / (alpha + time), r, x);
        return Math.exp(goingOn + count) + Math.exp(stopping) * enough;
    }
}
