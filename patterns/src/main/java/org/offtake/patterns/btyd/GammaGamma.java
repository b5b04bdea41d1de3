package org.offtake.patterns.btyd;

import java.util.Collection;
import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;
import org.offtake.patterns.btyd.MaximumLikelihood.Parameter;

/**
 * Gamma-Gamma: what a customer spends varies by Gamma(p, nu) from purchase to purchase, and nu over customers by
 * Gamma(q, v); spending has nothing to do with how often they buy.
 *
 * <p>Source: Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value: equations 1a (likelihood) and 5 (conditional
 * expectation).
 *
 * @param p shape of the spending of one customer
 * @param q shape of the customers; above 1, else the mean over customers would be infinite
 * @param v scale of the customers, in money: p v / (q - 1) is the mean over customers
 */
public record GammaGamma(double p, double q, double v) {
    private static final int FEWEST_CUSTOMERS = 3;

    public GammaGamma {
        Guard.positive("p", p);
        Guard.positive("q", q);
        Guard.positive("v", v);
        if (q <= 1) {
            throw new IllegalArgumentException("q is " + q + "; it must be above 1, else the mean spend is infinite");
        }
    }

    /** The parameters under which the spending of these customers is most likely; customers without purchases are left out. */
    public static Fit<GammaGamma> fit(Collection<Spend> customers) {
        List<Spend> spends =
                customers.stream().filter(spend -> spend.purchases() > 0).toList();
        if (spends.size() < FEWEST_CUSTOMERS) {
            throw new NotFitted(
                    NotFitted.Reason.TOO_LITTLE_DATA,
                    "Gamma-Gamma",
                    spends.size() + " of " + customers.size() + " customers have a mean spend; at least "
                            + FEWEST_CUSTOMERS + " must have: wait, or take more customers together");
        }
        double mean = spends.stream().mapToDouble(Spend::mean).sum() / spends.size();
        return new MaximumLikelihood<>(
                        "Gamma-Gamma",
                        List.of(new Parameter("p", 0), new Parameter("q", 1), new Parameter("v", 0)),
                        theta -> new GammaGamma(theta[0], theta[1], theta[2]),
                        model -> model.logLikelihood(spends))
                .from(List.of(new double[] {3, 4, mean}, new double[] {1, 2, mean}, new double[] {10, 6, mean / 2}));
    }

    /** Log of the likelihood density of one customer's mean spend, given over how many purchases, 1 or more, it is. */
    public double logLikelihood(Spend spend) {
        if (spend.purchases() == 0) {
            throw new IllegalArgumentException("a customer without purchases has no mean spend to be likely or not");
        }
        double shape = p * spend.purchases();
        double spent = spend.purchases() * spend.mean();
        return -LogBeta.value(shape, q)
                - q * Math.log1p(spent / v)
                - shape * Math.log1p(v / spent)
                - Math.log(spend.mean());
    }

    /** Log of the likelihood of all customers together. */
    public double logLikelihood(Collection<Spend> customers) {
        return customers.stream().mapToDouble(this::logLikelihood).sum();
    }

    /** Money to expect per purchase from a customer who spent this; without purchases, the mean over customers. */
    public double expectedValue(Spend spend) {
        return p * (v + spend.purchases() * spend.mean()) / (p * spend.purchases() + q - 1);
    }
}
