package org.offtake.patterns.btyd;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Slope and curvature of a log-likelihood at a point, by central differences with one step of Richardson's extrapolation.
 *
 * @param gradient first derivatives
 * @param information minus the second derivatives
 */
record Curvature(RealVector gradient, RealMatrix information) {
    private static final double STEP = 0.01;

    static Curvature at(double[] point, ToDoubleFunction<double[]> function) {
        int size = point.length;
        double here = function.applyAsDouble(point);
        RealVector gradient = new ArrayRealVector(size);
        RealMatrix information = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            int one = i;
            gradient.setEntry(i, extrapolated(step -> slope(point, function, one, step)));
            for (int j = 0; j <= i; j++) {
                int other = j;
                double second = extrapolated(step -> one == other
                        ? bend(point, function, one, here, step)
                        : twist(point, function, one, other, step));
                information.setEntry(i, j, -second);
                information.setEntry(j, i, -second);
            }
        }
        return new Curvature(gradient, information);
    }

    private static double extrapolated(DoubleUnaryOperator difference) {
        return (4 * difference.applyAsDouble(STEP) - difference.applyAsDouble(2 * STEP)) / 3;
    }

    private static double slope(double[] point, ToDoubleFunction<double[]> function, int i, double step) {
        return (moved(point, function, i, step, i, 0) - moved(point, function, i, -step, i, 0)) / (2 * step);
    }

    private static double bend(double[] point, ToDoubleFunction<double[]> function, int i, double here, double step) {
        return (moved(point, function, i, step, i, 0) - 2 * here + moved(point, function, i, -step, i, 0))
                / (step * step);
    }

    private static double twist(double[] point, ToDoubleFunction<double[]> function, int i, int j, double step) {
        double same = moved(point, function, i, step, j, step) + moved(point, function, i, -step, j, -step);
        double opposite = moved(point, function, i, step, j, -step) + moved(point, function, i, -step, j, step);
        return (same - opposite) / (4 * step * step);
    }

    private static double moved(
            double[] point, ToDoubleFunction<double[]> function, int i, double byI, int j, double byJ) {
        double[] moved = point.clone();
        moved[i] += byI;
        moved[j] += byJ;
        return function.applyAsDouble(moved);
    }

    /** The smallest eigenvalue of the information: not above 0, or NaN, where there is no maximum. */
    double weakest() {
        if (!Double.isFinite(information.getNorm1())) {
            return Double.NaN;
        }
        double[] values = new EigenDecompositionSymmetric(information).getEigenvalues();
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .min()
                .orElse(Double.NaN);
    }

    /** The step to the maximum of the parabola that touches the function here. */
    double[] step() {
        return new EigenDecompositionSymmetric(information)
                .getSolver()
                .solve(gradient)
                .toArray();
    }

    /** How much higher that maximum lies; 0 at a maximum of the function itself. */
    double rise(double[] step) {
        return gradient.dotProduct(new ArrayRealVector(step)) / 2;
    }

    double[] standardErrors() {
        RealMatrix covariance =
                new EigenDecompositionSymmetric(information).getSolver().getInverse();
        return IntStream.range(0, gradient.getDimension())
                .mapToDouble(i -> Math.sqrt(covariance.getEntry(i, i)))
                .toArray();
    }
}
