package org.offtake.patterns.contract;

import java.util.List;

/**
 * The size of an order in the contract's measure.
 *
 * @param mean of an order
 * @param variance between orders
 * @param effectiveCount how many orders of equal weight would tell the mean as well
 */
public record OrderValue(double mean, double variance, double effectiveCount) {
    /**
     * From sizes and the weight of each. The effective count is (sum of weights) squared over the sum of squared weights (Kish 1965); the variance is the
     * weighted one with the correction n/(n - 1), and with fewer than two effective orders the square of the mean.
     */
    public static OrderValue of(List<Double> sizes, List<Double> weights) {
        double sum = 0;
        double squares = 0;
        double total = 0;
        for (int i = 0; i < sizes.size(); i++) {
            sum += weights.get(i);
            squares += weights.get(i) * weights.get(i);
            total += weights.get(i) * sizes.get(i);
        }
        if (!(sum > 0)) {
            return new OrderValue(0, 0, 0);
        }
        double mean = total / sum;
        double count = sum * sum / squares;
        double scatter = 0;
        for (int i = 0; i < sizes.size(); i++) {
            scatter += weights.get(i) * (sizes.get(i) - mean) * (sizes.get(i) - mean);
        }
        double variance = count < 2 ? mean * mean : scatter / sum * count / (count - 1);
        return new OrderValue(mean, variance, count);
    }

    boolean isKnown() {
        return mean > 0
                && variance >= 0
                && effectiveCount > 0
                && Double.isFinite(mean)
                && Double.isFinite(variance)
                && Double.isFinite(effectiveCount);
    }

    /** Squared coefficient of variation. */
    double relativeVariance() {
        return variance / (mean * mean);
    }
}
