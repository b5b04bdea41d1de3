package org.offtake.patterns.contract.score;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * What customers are like before one is known: orders per operational day are gamma with this shape and rate, gaps gamma with this regularity
 * (reference, purchase patterns, section 3 "Rhythm").
 */
record RatePrior(double shape, double rate, double regularity) {
    private static final double SPREAD_OF_REGULARITY = 0.4;
    private static final double[] REGULARITIES = {1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 8};
    private static final int EVALUATIONS = 2_000;

    /** Empirical Bayes: the parameters under which the gaps of all customers are most likely. */
    static RatePrior fit(List<Gaps> customers) {
        List<Gaps> known = customers.stream().filter(it -> it.count() > 0).toList();
        if (known.isEmpty()) {
            return new RatePrior(1, 30, 1);
        }
        double[] logs = new SimplexOptimizer(1e-9, 1e-9)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MAXIMIZE,
                        new InitialGuess(new double[] {Math.log(2), Math.log(40), Math.log(2)}),
                        new NelderMeadSimplex(3, 0.5),
                        new ObjectiveFunction(it -> known.stream()
                                .mapToDouble(gaps -> of(it).logMarginal(gaps, Math.exp(it[2])))
                                .sum()))
                .getPoint();
        return of(logs);
    }

    /**
     * Logarithm of the probability density of the gaps at a regularity k: n k ln k - n lnG(k) + (k-1) L + lnG(a+nk) - lnG(a) + a ln B - (a+nk) ln(B + kS).
     */
    double logMarginal(Gaps gaps, double k) {
        double n = gaps.count();
        return n * k * Math.log(k)
                - n * LogGamma.value(k)
                + (k - 1) * gaps.sumOfLogs()
                + LogGamma.value(shape + n * k)
                - LogGamma.value(shape)
                + shape * Math.log(rate)
                - (shape + n * k) * Math.log(rate + k * gaps.sum());
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
