package org.offtake.patterns.contract;

import java.util.List;

/**
 * What is believed of a customer's purchases on the day of a projection, whoever estimated it.
 *
 * @param rate of orders, before any change
 * @param regularity shape of the gamma distribution of the gaps; one is a Poisson process
 * @param openGap operational days since the last order
 * @param value of an order, before any change
 * @param changes that may have happened, at most one of them; their probabilities add up to at most one
 * @param hazards changes that may come, at most one of them
 * @param drift standard deviation of the logarithm of the rate after a year of its random walk
 */
public record Outlook(
        OrderRate rate,
        double regularity,
        double openGap,
        OrderValue value,
        List<Change> changes,
        List<Hazard> hazards,
        double drift) {
    /** Probabilities that add up to a little more than one by rounding are the caller's; beyond that it is a mistake. */
    public Outlook {
        changes = List.copyOf(changes);
        hazards = List.copyOf(hazards);
        if (!(drift >= 0 && drift < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the drift is " + drift);
        }
        if (changes.stream().mapToDouble(Change::probability).sum() > 1 + 1e-9) {
            throw new IllegalArgumentException("the probabilities of the changes add up to more than one: " + changes);
        }
    }

    /** Nothing is known of the customer: a projection then says so. */
    public static Outlook unknown() {
        return new Outlook(new OrderRate(0, 0), 1, 0, new OrderValue(0, 0, 0), List.of(), List.of(), 0);
    }

    /** Taken per operational day as long as nothing changes, in the contract's measure. */
    public double level() {
        return rate.mean() * value.mean();
    }

    /** Squared relative uncertainty of the {@link #level}: one over the shape of the rate, and squared variation of a size over the effective count. */
    public double levelVariance() {
        return 1 / rate.shape() + value.relativeVariance() / value.effectiveCount();
    }

    /**
     * With another opinion on the level that does not rest on the orders, such as what the contract was agreed for. Both are normal in the logarithm, so each counts
     * by one over its variance; the result is carried by the size of orders and by how well rate and size are known.
     *
     * @param otherVariance squared relative uncertainty of the other opinion
     */
    public Outlook knowing(double otherLevel, double otherVariance) {
        if (!isKnown() || !(otherLevel > 0) || !(otherVariance > 0) || !Double.isFinite(otherLevel * otherVariance)) {
            return this;
        }
        double own = levelVariance();
        double shift = own / (own + otherVariance) * Math.log(otherLevel / level());
        double better = (own + otherVariance) / otherVariance;
        double size = Math.exp(shift);
        return new Outlook(
                new OrderRate(rate.shape() * better, rate.rate() * better),
                regularity,
                openGap,
                new OrderValue(value.mean() * size, value.variance() * size * size, value.effectiveCount() * better),
                changes,
                hazards,
                drift);
    }

    boolean isKnown() {
        return rate.isKnown()
                && value.isKnown()
                && regularity > 0
                && Double.isFinite(regularity)
                && openGap >= 0
                && Double.isFinite(openGap);
    }

    double unchanged() {
        return Math.max(0, 1 - changes.stream().mapToDouble(Change::probability).sum());
    }
}
