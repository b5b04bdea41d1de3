package org.offtake.patterns.mix;

import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** The prior under which what all customers bought of their groups is most likely: a beta-binomial fit. */
public final class MixFit {
    /** Of so many orders so many held the group, beginning after the one it was first in. */
    public record Counted(int held, int orders) {}

    private MixFit() {}

    public static MixPrior fit(List<Counted> counts) {
        List<Counted> known = counts.stream().filter(count -> count.orders > 0).toList();
        if (known.isEmpty()) {
            return new MixPrior(1, 1);
        }
        double[] best = new SimplexOptimizer(1e-7, 1e-4)
                .optimize(
                        new MaxEval(1000),
                        new ObjectiveFunction(point -> known.stream()
                                .mapToDouble(count -> logLikelihood(count, bounded(point[0]), bounded(point[1])))
                                .sum()),
                        GoalType.MAXIMIZE,
                        new NelderMeadSimplex(2, 0.3),
                        new InitialGuess(new double[] {0, 0}))
                .getPoint();
        return new MixPrior(bounded(best[0]), bounded(best[1]));
    }

    private static double bounded(double logarithm) {
        return Math.exp(Math.max(-4, Math.min(5, logarithm)));
    }

    private static double logLikelihood(Counted count, double in, double out) {
        return LogBeta.value(in + count.held, out + count.orders - count.held) - LogBeta.value(in, out);
    }
}
