package org.offtake.patterns.contract.belief;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.offtake.patterns.rhythm.RhythmPrior;

/**
 * What customers are like before one is known: orders per operational day are gamma with this shape and rate, gaps gamma with this regularity
 * (reference, purchase patterns, section 3 "Rhythm").
 */
public record RatePrior(double shape, double rate, double regularity) {
    private static final double SPREAD_OF_REGULARITY = 0.4;
    private static final double[] REGULARITIES = {1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 8};
    private static final int EVALUATIONS = 2_000;

    /** The same as the rhythm of all customers, with the mean of their regularities. */
    public static RatePrior of(RhythmPrior rhythm) {
        double regularity = rhythm.regularities().stream()
                .mapToDouble(it -> it.k() * it.weight())
                .sum();
        return new RatePrior(rhythm.shape(), rhythm.rate(), regularity);
    }

    /** Empirical Bayes: the parameters under which the gaps of all customers are most likely. */
    public static RatePrior fit(List<Gaps> customers) {
        List<Gaps> known = customers.stream().filter(it -> it.count() > 0).toList();
        if (known.isEmpty()) {
            return new RatePrior(1, 30, 1);
        }
        Map<Integer, List<Gaps>> byCount = known.stream().collect(Collectors.groupingBy(Gaps::count));
        double[] logs = new SimplexOptimizer(1e-9, 1e-9)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MAXIMIZE,
                        new InitialGuess(new double[] {Math.log(2), Math.log(40), Math.log(2)}),
                        new NelderMeadSimplex(3, 0.5),
                        new ObjectiveFunction(it -> of(it).logMarginal(byCount)))
                .getPoint();
        return of(logs);
    }

    /**
     * Logarithm of the probability density of the gaps at a regularity k: n k ln k - n lnG(k) + (k-1) L + lnG(a+nk) - lnG(a) + a ln B - (a+nk) ln(B + kS).
     */
    double logMarginal(Gaps gaps, double k) {
        return ofCount(gaps.count(), k) + ofLengths(gaps, k);
    }

    /** Over all customers, who stand by the number of their gaps because that part is the same for each of them. */
    private double logMarginal(Map<Integer, List<Gaps>> byCount) {
        double sum = 0;
        for (Map.Entry<Integer, List<Gaps>> it : byCount.entrySet()) {
            sum += it.getValue().size() * ofCount(it.getKey(), regularity);
            for (Gaps gaps : it.getValue()) {
                sum += ofLengths(gaps, regularity);
            }
        }
        return sum;
    }

    private double ofCount(double n, double k) {
        return n * k * Math.log(k)
                - n * LogGamma.value(k)
                + LogGamma.value(shape + n * k)
                - LogGamma.value(shape)
                + shape * Math.log(rate);
    }

    private double ofLengths(Gaps gaps, double k) {
        return (k - 1) * gaps.sumOfLogs() - (shape + gaps.count() * k) * Math.log(rate + k * gaps.sum());
    }

    /** Posterior mean of a customer's regularity, its prior lognormal around that of all. */
    double regularity(Gaps gaps) {
        double[] logs = DoubleStream.of(REGULARITIES)
                .map(k -> logMarginal(gaps, k) - Math.pow(Math.log(k / regularity) / SPREAD_OF_REGULARITY, 2) / 2)
                .toArray();
        double best = DoubleStream.of(logs).max().orElseThrow();
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double weight = Math.exp(logs[i] - best);
            weights += weight;
            sum += weight * REGULARITIES[i];
        }
        return sum / weights;
    }

    private static RatePrior of(double[] logs) {
        return new RatePrior(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]));
    }
}
