package org.offtake.patterns.contract.belief;

import java.util.List;

/**
 * What the logarithms of order sizes are like before a customer is known.
 *
 * @param centre mean over customers
 * @param spread within a customer
 * @param weight of the centre, in orders: the variance within a customer over that between them
 * @param freedom of the spread, in orders
 */
public record SizePrior(double centre, double spread, double weight, double freedom) {
    private static final double FREEDOM = 5;
    private static final double LITTLE = 0.1;

    /**
     * Where other customers do not tell how large an order is, but the commitment does: that and a usual rate make a size.
     *
     * @param size in the contract's measure
     * @param variance of the logarithm within a customer
     */
    public static SizePrior around(double size, double variance) {
        return new SizePrior(Math.log(size), Math.sqrt(variance), LITTLE, FREEDOM);
    }

    /** Method of moments over the logarithms of the sizes of each customer's orders. */
    public static SizePrior fit(List<List<Double>> customers) {
        double within = 0;
        double freedom = 0;
        double means = 0;
        double squares = 0;
        double noise = 0;
        int counted = 0;
        for (List<Double> logs : customers) {
            if (logs.size() < 2) {
                continue;
            }
            double mean = logs.stream().mapToDouble(it -> it).average().orElse(0);
            within += logs.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
            freedom += logs.size() - 1.0;
            means += mean;
            squares += mean * mean;
            noise += 1.0 / logs.size();
            counted++;
        }
        if (counted < 2 || !(within > 0)) {
            return new SizePrior(0, 1, LITTLE, FREEDOM);
        }
        double variance = within / freedom;
        double centre = means / counted;
        double between = Math.max(variance / 100, squares / counted - centre * centre - variance * noise / counted);
        return new SizePrior(centre, Math.sqrt(variance), variance / between, FREEDOM);
    }
}
