package org.offtake.patterns.btyd;

import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * One search for a maximum: Nelder and Mead's simplex until the ground is curved like the top of a hill, then Newton's
 * steps, which converge fast and show that what they end at is a maximum and how well it determines the parameters.
 */
final class Search<M> {
    private static final int EVALUATIONS = 4_000;
    private static final int NEWTON_STEPS = 20;
    private static final int HALVINGS = 20;
    private static final double FURTHEST = 14;
    private static final double COARSE = 0.1;
    private static final double FINE = 1e-7;
    private static final double CONVERGED = 1e-8;
    /** Below this the logarithm of a parameter has a standard error above 30. */
    private static final double FLAT = 1e-3;

    private final MaximumLikelihood<M> asked;
    private final double[] start;

    Search(MaximumLikelihood<M> asked, double[] start) {
        this.asked = asked;
        this.start = start;
    }

    Fit<M> fit() {
        double[] near = simplex(start, 0.5, COARSE);
        boolean curved = curvature(near).weakest() > FLAT;
        return newton(curved ? near : simplex(near, 0.3, FINE));
    }

    private double[] simplex(double[] from, double side, double within) {
        try {
            return new SimplexOptimizer(new SimpleValueChecker(-1, within))
                    .optimize(
                            GoalType.MAXIMIZE,
                            new MaxEval(EVALUATIONS),
                            new InitialGuess(from),
                            new ObjectiveFunction(this::valueAt),
                            new NelderMeadSimplex(from.length, side))
                    .getPoint();
        } catch (MathIllegalStateException e) {
            throw asked.refused(
                    NotFitted.Reason.NOT_CONVERGED, "no maximum was found in " + EVALUATIONS + " evaluations");
        }
    }

    private Fit<M> newton(double[] from) {
        double[] theta = from;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            Curvature curvature = curvature(theta);
            if (!(curvature.weakest() > FLAT)) {
                throw asked.refused(
                        NotFitted.Reason.NO_MAXIMUM,
                        "the likelihood has no maximum that determines all of " + asked.named(theta)
                                + "; the customers differ too little in rate, in stopping or in spending to tell how"
                                + " they differ");
            }
            double[] whole = curvature.step();
            if (curvature.rise(whole) < CONVERGED) {
                return asked.fitAt(uphill(theta, whole), curvature);
            }
            theta = uphill(theta, whole);
        }
        throw asked.refused(
                NotFitted.Reason.NOT_CONVERGED,
                "after " + NEWTON_STEPS + " steps the likelihood still rises, at " + asked.named(theta));
    }

    private double[] uphill(double[] theta, double[] whole) {
        double here = valueAt(theta);
        double[] next = moved(theta, whole, 1);
        double share = 1;
        for (int halving = 0; halving < HALVINGS && valueAt(next) < here; halving++) {
            share /= 2;
            next = moved(theta, whole, share);
        }
        return next;
    }

    private static double[] moved(double[] theta, double[] whole, double share) {
        return IntStream.range(0, theta.length)
                .mapToDouble(i -> theta[i] + share * whole[i])
                .toArray();
    }

    private Curvature curvature(double[] theta) {
        return Curvature.at(theta, this::valueAt);
    }

    /** Minus infinity so far from the start that the search is lost: no parameter is a million times what one would guess. */
    private double valueAt(double[] theta) {
        boolean near = IntStream.range(0, theta.length).allMatch(i -> Math.abs(theta[i] - start[i]) < FURTHEST);
        return near ? asked.valueAt(theta) : Double.NEGATIVE_INFINITY;
    }
}
