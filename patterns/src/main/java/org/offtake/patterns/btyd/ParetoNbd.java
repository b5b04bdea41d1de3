package org.offtake.patterns.btyd;

import org.offtake.patterns.btyd.MaximumLikelihood.Parameter;

/**
 * Pareto/NBD: rates are Gamma(r, alpha); a customer can stop at any moment, with a hazard that is Gamma(s, beta).
 *
 * <p>Source: Schmittlein, Morrison and Colombo (1987), Counting your customers, Management Science 33(1), in the form of
 * Fader and Hardie (2005), A note on deriving the Pareto/NBD model. Their hypergeometric functions are turned by Euler's
 * transformation into ones with a parameter 1, which converge fast, and everything is kept relative to the likelihood of
 * being alive, so that the difference of two functions that both underflow is never taken.
 *
 * @param r shape of the rates
 * @param alpha scale of the rates, in time: r / alpha is the mean rate
 * @param s shape of the hazards
 * @param beta scale of the hazards, in time: s / beta is the mean hazard
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements BuyTillYouDie {

    public ParetoNbd {
        Guard.positive("r", r);
        Guard.positive("alpha", alpha);
        Guard.positive("s", s);
        Guard.positive("beta", beta);
    }

    /** The parameters under which the cohort is most likely. */
    public static Fit<ParetoNbd> fit(Cohort cohort) {
        return new MaximumLikelihood<>(
                        "Pareto/NBD",
                        Parameter.positive("r", "alpha", "s", "beta"),
                        theta -> new ParetoNbd(theta[0], theta[1], theta[2], theta[3]),
                        model -> model.logLikelihood(cohort))
                .from(Starts.ofHazard("Pareto/NBD", cohort));
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        return LogSpace.risingFactorial(r, (double) history.repeats()) + ofTimes(history);
    }

    @Override
    public double logLikelihood(Cohort cohort) {
        return cohort.sum(x -> LogSpace.risingFactorial(r, x), this::ofTimes);
    }

    private double ofTimes(PurchaseHistory history) {
        double observed = history.observed();
        double alive = -r * Math.log1p(observed / alpha)
                - history.repeats() * Math.log(alpha + observed)
                - s * Math.log1p(observed / beta);
        return alive + LogSpace.sum(0, oddsAgainst(history));
    }

    /** Log of the odds of having stopped between the last purchase and now. */
    private double oddsAgainst(PurchaseHistory history) {
        double sum = r + s + history.repeats();
        return Math.log(s / sum)
                + LogSpace.difference(stoppedAfter(history.last(), history), stoppedAfter(history.observed(), history));
    }

    /** Log of (r + s + x) / s times the likelihood of stopping after a time, over that of being alive now. */
    private double stoppedAfter(double time, PurchaseHistory history) {
        double shape = r + history.repeats();
        double sum = shape + s;
        double rates = LogSpace.growth(alpha, time, history.observed());
        double hazards = LogSpace.growth(beta, time, history.observed());
        if (alpha >= beta) {
            double z = (alpha - beta) / (alpha + time);
            return shape * rates + s * hazards + Math.log(Hypergeometric.withOne(shape, sum + 1, z));
        }
        double z = (beta - alpha) / (beta + time);
        double ratio = Math.log(alpha + time) - Math.log(beta + time);
        return shape * rates + s * hazards + ratio + Math.log(Hypergeometric.withOne(s + 1, sum + 1, z));
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return LogSpace.probabilityAgainst(oddsAgainst(history));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double ahead) {
        double scale = beta + history.observed();
        double rate = (r + history.repeats()) / (alpha + history.observed());
        return probabilityAlive(history) * rate * expectedLife(scale, Guard.notNegative("the time ahead", ahead));
    }

    @Override
    public double expectedOfNewCustomer(double within) {
        return r / alpha * expectedLife(beta, Guard.notNegative("the time", within));
    }

    /** Time alive within {@code ahead} when the hazard is Gamma(s, scale), also at s = 1 where the published form is 0 / 0. */
    private double expectedLife(double scale, double ahead) {
        double log = Math.log1p(ahead / scale);
        double power = (1 - s) * log;
        return scale * log * (Math.abs(power) < 1e-300 ? 1 : Math.expm1(power) / power);
    }
}
