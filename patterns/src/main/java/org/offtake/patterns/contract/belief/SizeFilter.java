package org.offtake.patterns.contract.belief;

import java.util.ArrayList;
import java.util.List;
import org.offtake.patterns.contract.OrderValue;

/**
 * What is believed of the size of one customer's orders: as before, down to about two thirds (a product group fell away), or down to two fifths.
 *
 * <p>Logarithms of sizes are Student-t with {@link #FREEDOM} degrees of freedom around the customer's own mean. The mean size is that of the orders that
 * belong to the time before a drop, each by the probability that it does.
 */
final class SizeFilter {
    static final double[] LEFT = {1, 0.65, 0.4};
    private static final double FREEDOM = 6;
    private static final double YEAR = 365;
    private static final double WILD = 3;

    private final Assumptions assumed;
    private final SizePrior prior;
    private final List<Double> sizes = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final double[] state = {1, 0, 0};
    private double count;
    private double sum;
    private double squares;

    SizeFilter(SizePrior prior, Assumptions assumed) {
        this.prior = prior;
        this.assumed = assumed;
    }

    /** An order of this size, so many operational days after the one before; without a positive size it tells nothing. */
    void order(double size, double gap) {
        if (!(size > 0)) {
            return;
        }
        double log = Math.log(size);
        double centre = centre();
        double spread = spread();
        double drops = 1 - Math.exp(-assumed.sizeHazard() * gap / YEAR);
        double scale = spread * Math.sqrt(1 + 1 / (count + prior.weight()));
        double all = 0;
        for (int i = LEFT.length - 1; i >= 0; i--) {
            double came = i == 0 ? state[0] * (1 - 2 * drops) : state[i] + state[0] * drops;
            state[i] = came * density((log - centre - Math.log(LEFT[i])) / scale);
            all += state[i];
        }
        for (int i = 0; i < LEFT.length; i++) {
            state[i] /= all;
        }
        double weight = state[0];
        sizes.add(Math.min(size, Math.exp(centre + WILD * spread)));
        weights.add(weight);
        count += weight;
        sum += weight * log;
        squares += weight * log * log;
    }

    /** Probability of each of {@link #LEFT}. */
    double[] states() {
        return state.clone();
    }

    /** Of an order as before: own orders and, as one order more, what all customers are like. */
    OrderValue value() {
        List<Double> all = new ArrayList<>(sizes);
        List<Double> by = new ArrayList<>(weights);
        double typical = Math.exp(centre() + spread() * spread() / 2);
        all.add(typical);
        by.add(prior.weight());
        OrderValue own = OrderValue.of(all, by);
        double typicalVariance = (Math.exp(spread() * spread()) - 1) * own.mean() * own.mean();
        double variance = (own.variance() * count + typicalVariance * prior.freedom()) / (count + prior.freedom());
        return new OrderValue(own.mean(), variance, own.effectiveCount());
    }

    private double centre() {
        return (sum + prior.weight() * prior.centre()) / (count + prior.weight());
    }

    private double spread() {
        double own = count > 0 ? Math.max(0, squares - sum * sum / count) : 0;
        return Math.sqrt(
                (own + prior.freedom() * prior.spread() * prior.spread()) / (Math.max(0, count - 1) + prior.freedom()));
    }

    /** Student-t but for its constant. */
    private static double density(double z) {
        return Math.pow(1 + z * z / FREEDOM, -(FREEDOM + 1) / 2);
    }
}
