package org.offtake.patterns.btyd;

import org.apache.commons.numbers.gamma.LogBeta;
import org.offtake.patterns.btyd.MaximumLikelihood.Parameter;

/**
 * MBG/NBD: as {@link BgNbd}, but a customer may also stop right after the very first purchase.
 *
 * <p>The model the product uses for {@link #probabilityAlive}: under BG/NBD a customer who never came back is alive with
 * certainty, however long ago they came, which nobody who looks at such a customer believes.
 *
 * <p>Source: Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis, International Journal of Research in Marketing 24(3). The expectation of a customer who is alive is that of
 * BG/NBD with one survived purchase more.
 *
 * @param r shape of the rates
 * @param alpha scale of the rates, in time: r / alpha is the mean rate
 * @param a weight of stopping
 * @param b weight of going on: a / (a + b) is the mean risk
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BuyTillYouDie {

    public MbgNbd {
        Guard.positive("r", r);
        Guard.positive("alpha", alpha);
        Guard.positive("a", a);
        Guard.positive("b", b);
    }

    /** The parameters under which the cohort is most likely. */
    public static Fit<MbgNbd> fit(Cohort cohort) {
        return new MaximumLikelihood<>(
                        "MBG/NBD",
                        Parameter.positive("r", "alpha", "a", "b"),
                        theta -> new MbgNbd(theta[0], theta[1], theta[2], theta[3]),
                        model -> model.logLikelihood(cohort))
                .from(Starts.ofDropout("MBG/NBD", cohort));
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
        return LogSpace.risingFactorial(r, x) + LogBeta.value(a, b + 1 + x) - LogBeta.value(a, b);
    }

    private double ofTimes(PurchaseHistory history) {
        double toNow =
                -r * Math.log1p(history.observed() / alpha) - history.repeats() * Math.log(alpha + history.observed());
        return toNow + LogSpace.sum(0, oddsAgainst(history));
    }

    /** Log of the odds of having stopped at the last purchase. */
    private double oddsAgainst(PurchaseHistory history) {
        return Math.log(a)
                - Math.log(b + history.repeats())
                + (r + history.repeats()) * LogSpace.growth(alpha, history.last(), history.observed());
    }

    /** Probability, 0 to 1, that a customer with this history has not stopped; below 1 also without a repeat purchase. */
    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return LogSpace.probabilityAgainst(oddsAgainst(history));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double ahead) {
        double tau = Guard.notNegative("the time ahead", ahead) / (alpha + history.observed());
        double x = history.repeats();
        return probabilityAlive(history) * UntilDropout.purchases(r + x, tau, a, b + 1 + x);
    }

    @Override
    public double expectedOfNewCustomer(double within) {
        double tau = Guard.notNegative("the time", within) / alpha;
        return b / (a + b) * UntilDropout.purchases(r, tau, a, b + 1);
    }
}
