package org.offtake.patterns.contract;

import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** A non-negative amount that is one of several gamma distributions; weights add up to one. */
public record GammaMixture(List<Part> parts) {
    private static final int HALVINGS = 200;
    private static final double EXACT = 1e-10;

    /** Given by its mean and variance; without variance it is exactly its mean. */
    public record Part(double weight, double mean, double variance) {
        double cdf(double amount) {
            if (mean <= 0 || variance <= 0) {
                return amount >= mean ? 1 : 0;
            }
            return amount <= 0 ? 0 : RegularizedGamma.P.value(mean * mean / variance, amount * mean / variance);
        }
    }

    public GammaMixture {
        parts = List.copyOf(parts);
    }

    public double mean() {
        return parts.stream().mapToDouble(it -> it.weight() * it.mean()).sum();
    }

    /** Within the parts and between them. */
    public double variance() {
        double mean = mean();
        return parts.stream()
                .mapToDouble(it -> it.weight() * (it.variance() + (it.mean() - mean) * (it.mean() - mean)))
                .sum();
    }

    /** Probability of at most this amount. */
    public double cdf(double amount) {
        return parts.stream().mapToDouble(it -> it.weight() * it.cdf(amount)).sum();
    }

    /** The smallest amount that is not exceeded with at least this probability. */
    public double quantile(double probability) {
        double low = 0;
        if (cdf(low) >= probability) {
            return low;
        }
        double high = mean() + Math.sqrt(variance());
        while (cdf(high) < probability) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && high - low > EXACT * high; i++) {
            double middle = (low + high) / 2;
            if (cdf(middle) >= probability) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
