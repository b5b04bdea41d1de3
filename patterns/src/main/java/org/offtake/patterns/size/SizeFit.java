package org.offtake.patterns.size;

import java.util.Arrays;
import java.util.List;

/** The typical spread of quantities and how many are odd, from what all customers bought. */
public final class SizeFit {
    private static final int ENOUGH = 5;
    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final int ROUNDS = 30;
    /** Variance of a median over that of a mean, of normal values. */
    private static final double MEDIAN_NOISE = 1.57;

    private static final double LEAST_DRIFT = 0.005;
    private static final double MOST_DRIFT = 0.2;
    /** Half of all squares of standard normal values are above it. */
    private static final double MEDIAN_OF_SQUARES = 0.455;

    private SizeFit() {}

    /**
     * The lines of one customer and group, in their order.
     *
     * @param days epoch days
     * @param values logarithms of the quantities
     */
    public record Series(List<Integer> days, List<Double> values) {
        private double[] logarithms() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private double years() {
            return (days.get(days.size() - 1) - days.get(0)) / 365.25;
        }
    }

    public static SizePrior fit(List<Series> all) {
        List<double[]> series = all.stream().map(Series::logarithms).toList();
        double[][] known =
                series.stream().filter(values -> values.length >= ENOUGH).toArray(double[][]::new);
        if (known.length == 0) {
            return new SizePrior(0.4, 5, 0.02, 2, LEAST_DRIFT);
        }
        double[] deviations =
                Arrays.stream(known).mapToDouble(SizeFit::deviation).sorted().toArray();
        double typical = Math.max(0.05, deviations[deviations.length / 2]);
        double[] distances = Arrays.stream(known)
                .flatMapToDouble(values -> distances(values, typical))
                .toArray();
        return mixture(distances, typical, drift(all, typical * typical));
    }

    /** Two normal distributions around zero, by expectation and maximisation. */
    private static SizePrior mixture(double[] distances, double typical, double drift) {
        double usual = typical * typical;
        double wide = Math.max(1, 9 * usual);
        double odd = 0.03;
        for (int round = 0; round < ROUNDS; round++) {
            double count = 0;
            double usualSquares = 0;
            double oddSquares = 0;
            for (double distance : distances) {
                double square = distance * distance;
                double asOdd = odd * Math.exp(-square / (2 * wide)) / Math.sqrt(wide);
                double asUsual = (1 - odd) * Math.exp(-square / (2 * usual)) / Math.sqrt(usual);
                double share = asOdd / (asOdd + asUsual + 1e-300);
                count += share;
                oddSquares += share * square;
                usualSquares += (1 - share) * square;
            }
            odd = Math.max(0.002, Math.min(0.2, count / distances.length));
            usual = Math.max(0.01, usualSquares / Math.max(1, distances.length - count));
            wide = Math.max(4 * usual, oddSquares / Math.max(1, count));
        }
        return new SizePrior(usual, 12, odd, wide, drift);
    }

    /**
     * The drift that makes half of all series differ between their halves by as much as they do. The means of a random
     * walk over two halves of T years differ with variance 2/3 T times its variance in a year.
     */
    private static double drift(List<Series> all, double variance) {
        List<Series> known = all.stream()
                .filter(series -> series.values.size() >= 4 * ENOUGH)
                .toList();
        double low = LEAST_DRIFT;
        double high = MOST_DRIFT;
        for (int round = 0; round < ROUNDS && !known.isEmpty(); round++) {
            double drift = (low + high) / 2;
            double[] squares = known.stream()
                    .mapToDouble(series -> step(series, variance, drift))
                    .sorted()
                    .toArray();
            if (squares[squares.length / 2] > MEDIAN_OF_SQUARES) {
                low = drift;
            } else {
                high = drift;
            }
        }
        return low;
    }

    private static double step(Series series, double variance, double drift) {
        double[] values = series.logarithms();
        int half = values.length / 2;
        int rest = values.length - half;
        double step = median(Arrays.copyOfRange(values, half, values.length)) - median(Arrays.copyOf(values, half));
        return step * step / (MEDIAN_NOISE * variance * (1.0 / half + 1.0 / rest) + drift * series.years() / 3);
    }

    private static double deviation(double[] values) {
        double middle = median(values);
        return MAD_TO_DEVIATION
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - middle))
                        .toArray());
    }

    /** Distances to the customer's own median, as wide as if the customer were typical. */
    private static java.util.stream.DoubleStream distances(double[] values, double typical) {
        double middle = median(values);
        double own = (deviation(values) + typical) / 2;
        return Arrays.stream(values).map(value -> (value - middle) * typical / own);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
