package org.offtake.patterns.btyd;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.offtake.patterns.btyd.MaximumLikelihood.Parameter;

/**
 * BG/BB: in every period a customer who is alive buys with a probability that is Beta(alpha, beta) over customers, and
 * before it stops for good with a probability that is Beta(gamma, delta). For donors, members and others who come at most
 * once per period.
 *
 * <p>Source: Fader, Hardie and Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing
 * Science 29(6). The published expectations divide by gamma - 1; here they are the sum over the periods that they came
 * from.
 *
 * @param alpha weight of buying in a period
 * @param beta weight of not buying in it
 * @param gamma weight of stopping before a period
 * @param delta weight of going on
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {
    private static final int FEWEST_REPEATERS = 3;

    public BgBb {
        Guard.positive("alpha", alpha);
        Guard.positive("beta", beta);
        Guard.positive("gamma", gamma);
        Guard.positive("delta", delta);
    }

    /** The parameters under which these histories, each of so many customers, are most likely. */
    public static Fit<BgBb> fit(Map<PeriodHistory, Long> customers) {
        SortedMap<PeriodHistory, Long> rows = new TreeMap<>(customers);
        long repeaters = rows.entrySet().stream()
                .filter(row -> row.getKey().repeats() > 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (repeaters < FEWEST_REPEATERS) {
            throw new NotFitted(
                    NotFitted.Reason.TOO_LITTLE_DATA,
                    "BG/BB",
                    repeaters + " customers bought again; at least " + FEWEST_REPEATERS
                            + " must have: wait, or take more customers together");
        }
        return new MaximumLikelihood<>(
                        "BG/BB",
                        Parameter.positive("alpha", "beta", "gamma", "delta"),
                        theta -> new BgBb(theta[0], theta[1], theta[2], theta[3]),
                        model -> model.logLikelihood(rows))
                .from(List.of(new double[] {1, 1, 0.7, 3}, new double[] {1, 4, 1, 10}, new double[] {3, 1, 0.5, 0.5}));
    }

    /** Log of the probability of one customer's history. */
    public double logLikelihood(PeriodHistory history) {
        double likelihood = bought(history.repeats(), history.periods()) + aliveThrough(history.periods());
        for (int end = history.last(); end < history.periods(); end++) {
            likelihood = LogSpace.sum(likelihood, bought(history.repeats(), end) + stoppedAfter(end));
        }
        return likelihood;
    }

    /** Log of the probability of these histories, each of so many customers. */
    public double logLikelihood(Map<PeriodHistory, Long> customers) {
        return new TreeMap<>(customers)
                .entrySet().stream()
                        .mapToDouble(row -> row.getValue() * logLikelihood(row.getKey()))
                        .sum();
    }

    /** Probability that a customer with this history is still alive in the period that comes {@code ahead} periods later. */
    public double probabilityAlive(PeriodHistory history, int ahead) {
        Guard.notNegative("the number of periods ahead", ahead);
        double alive = bought(history.repeats(), history.periods()) + aliveThrough((double) history.periods() + ahead);
        return Math.exp(Math.min(0, alive - logLikelihood(history)));
    }

    /** Periods with a purchase to expect from a customer with this history among the next {@code ahead} ones. */
    public double expectedPurchases(PeriodHistory history, int ahead) {
        Guard.notNegative("the number of periods ahead", ahead);
        double aliveNow = bought(history.repeats(), history.periods()) - logLikelihood(history);
        double periods = 0;
        for (int later = 1; later <= ahead; later++) {
            periods += Math.exp(aliveNow + aliveThrough((double) history.periods() + later));
        }
        return periods * (alpha + history.repeats()) / (alpha + beta + history.periods());
    }

    /** Periods with a repeat purchase to expect from a customer among the first {@code periods} ones. */
    public double expectedOfNewCustomer(int periods) {
        return expectedPurchases(new PeriodHistory(0, 0, 0), periods);
    }

    /** Probability that a customer makes a repeat purchase in exactly {@code repeats} of the first {@code periods} ones. */
    public double probabilityOfRepeats(int repeats, int periods) {
        Guard.notNegative("the number of periods with a repeat purchase", repeats);
        Guard.notNegative("the number of periods", periods);
        if (repeats > periods) {
            return 0;
        }
        double likelihood = ways(repeats, periods) + bought(repeats, periods) + aliveThrough(periods);
        for (int end = repeats; end < periods; end++) {
            likelihood = LogSpace.sum(likelihood, ways(repeats, end) + bought(repeats, end) + stoppedAfter(end));
        }
        return Math.exp(likelihood);
    }

    /** Log of the probability of buying in given {@code repeats} ones of so many periods, all of them alive. */
    private double bought(double repeats, double periods) {
        return LogBeta.value(alpha + repeats, beta + (periods - repeats)) - LogBeta.value(alpha, beta);
    }

    private double aliveThrough(double periods) {
        return LogBeta.value(gamma, delta + periods) - LogBeta.value(gamma, delta);
    }

    private double stoppedAfter(double periods) {
        return LogBeta.value(gamma + 1, delta + periods) - LogBeta.value(gamma, delta);
    }

    private static double ways(double chosen, double periods) {
        return LogGamma.value(periods + 1) - LogGamma.value(chosen + 1) - LogGamma.value(periods - chosen + 1);
    }
}
