package org.offtake.patterns.btyd;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the parameters of the greatest likelihood, as logarithms of how far each lies above its floor: Nelder and Mead's
 * simplex, then Newton's steps, which also show that the end is a maximum.
 *
 * @param model its name, for messages
 * @param parameters in the order of the model's record
 * @param make the model with these parameters
 * @param logLikelihood of all data
 */
record MaximumLikelihood<M>(
        String model, List<Parameter> parameters, Function<double[], M> make, ToDoubleFunction<M> logLikelihood) {

    /**
     * A parameter to fit.
     *
     * @param name as the model's record calls it
     * @param floor it is above this
     */
    record Parameter(String name, double floor) {
        static List<Parameter> positive(String... names) {
            return List.of(names).stream().map(name -> new Parameter(name, 0)).toList();
        }
    }

    private static final int EVALUATIONS = 4_000;
    private static final int NEWTON_STEPS = 20;
    private static final double FURTHEST = 14;
    private static final double COARSE = 0.1;
    private static final double FINE = 1e-7;
    private static final double CONVERGED = 1e-8;
    /** Below this the logarithm of a parameter has a standard error above 30. */
    private static final double FLAT = 1e-3;

    /** The fit from the likeliest of the starts that leads to one. */
    Fit<M> from(List<double[]> starts) {
        List<double[]> likeliestFirst = starts.stream()
                .map(this::logs)
                .sorted(Comparator.comparingDouble(this::valueAt).reversed())
                .toList();
        NotFitted first = null;
        for (double[] start : likeliestFirst) {
            try {
                return from(start);
            } catch (NotFitted e) {
                first = first == null ? e : first;
            }
        }
        throw Objects.requireNonNull(first, "there is at least one start");
    }

    private Fit<M> from(double[] start) {
        double[] near = simplex(start, start, 0.5, COARSE);
        boolean curved = Curvature.at(near, this::valueAt).weakest() > FLAT;
        return newton(curved ? near : simplex(near, start, 0.3, FINE), start);
    }

    private double[] simplex(double[] start, double[] origin, double side, double within) {
        ToDoubleFunction<double[]> bounded = theta -> near(theta, origin) ? valueAt(theta) : Double.NEGATIVE_INFINITY;
        try {
            return new SimplexOptimizer(new SimpleValueChecker(-1, within))
                    .optimize(
                            GoalType.MAXIMIZE,
                            new MaxEval(EVALUATIONS),
                            new InitialGuess(start),
                            new ObjectiveFunction(bounded::applyAsDouble),
                            new NelderMeadSimplex(start.length, side))
                    .getPoint();
        } catch (MathIllegalStateException e) {
            throw new NotFitted(
                    NotFitted.Reason.NOT_CONVERGED, model, "no maximum was found in " + EVALUATIONS + " evaluations");
        }
    }

    private Fit<M> newton(double[] start, double[] origin) {
        double[] theta = start;
        Curvature curvature = Curvature.at(theta, this::valueAt);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            refuseEdge(theta, origin, curvature);
            if (curvature.decrement() < CONVERGED) {
                return fitAt(theta, curvature);
            }
            theta = uphill(theta, curvature);
            curvature = Curvature.at(theta, this::valueAt);
        }
        throw new NotFitted(
                NotFitted.Reason.NOT_CONVERGED,
                model,
                "after " + NEWTON_STEPS + " steps the log-likelihood could still rise by " + curvature.decrement() / 2);
    }

    private double[] uphill(double[] theta, Curvature curvature) {
        double here = valueAt(theta);
        double[] step = curvature.step().toArray();
        double length = 1;
        double[] next = theta;
        do {
            double share = length;
            double[] from = theta;
            next = IntStream.range(0, from.length)
                    .mapToDouble(i -> from[i] + share * step[i])
                    .toArray();
            length /= 2;
        } while (valueAt(next) < here && length > 1e-6);
        return next;
    }

    private void refuseEdge(double[] theta, double[] origin, Curvature curvature) {
        if (near(theta, origin) && curvature.weakest() > FLAT) {
            return;
        }
        throw new NotFitted(
                NotFitted.Reason.NO_MAXIMUM,
                model,
                "the likelihood has no maximum that determines all of " + estimates(theta)
                        + "; the customers differ too little in rate or in stopping to tell how they differ");
    }

    private String estimates(double[] theta) {
        double[] values = values(theta);
        return IntStream.range(0, values.length)
                .mapToObj(i -> parameters.get(i).name() + " = " + values[i])
                .toList()
                .toString();
    }

    private Fit<M> fitAt(double[] theta, Curvature curvature) {
        RealMatrix covariance = curvature.covariance();
        double[] values = values(theta);
        List<Estimate> estimates = IntStream.range(0, values.length)
                .mapToObj(i -> new Estimate(
                        parameters.get(i).name(), values[i], Math.exp(theta[i]) * Math.sqrt(covariance.getEntry(i, i))))
                .toList();
        return new Fit<>(make.apply(values), valueAt(theta), estimates);
    }

    private double valueAt(double[] theta) {
        double value = logLikelihood.applyAsDouble(make.apply(values(theta)));
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private double[] values(double[] theta) {
        return IntStream.range(0, theta.length)
                .mapToDouble(i -> parameters.get(i).floor() + Math.exp(theta[i]))
                .toArray();
    }

    private double[] logs(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.log(values[i] - parameters.get(i).floor()))
                .toArray();
    }

    private static boolean near(double[] theta, double[] origin) {
        return IntStream.range(0, theta.length).allMatch(i -> Math.abs(theta[i] - origin[i]) < FURTHEST);
    }
}
