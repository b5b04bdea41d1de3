package org.offtake.patterns.detect;

import java.util.Map;

/**
 * How evidence is added up and when it is enough.
 *
 * <p>Without a change the evidence of each direction grows by one in a year, whatever the customer, so that an alarm at
 * {@code threshold} is a false one at most once in so many customer-years.
 *
 * @param threshold of evidence, in either direction
 * @param shares of each kind, summing to one for each direction
 * @param hazard changes a year of one customer in one direction, by which evidence becomes a probability
 */
public record Budget(double threshold, Map<Kind, Double> shares, Map<Kind.Direction, Double> hazard) {
    private static final Map<Kind, Double> SHARES = Map.of(
            Kind.STOPPED, 0.4,
            Kind.SLOWER, 0.25,
            Kind.GROUP_STOPPED, 0.2,
            Kind.SIZE_DROPPED, 0.15,
            Kind.SIZE_JUMPED, 0.95,
            Kind.FASTER, 0.05);

    private static final Map<Kind.Direction, Double> HAZARD = Map.of(Kind.Direction.DOWN, 0.2, Kind.Direction.UP, 0.05);

    public Budget {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("a threshold is above 0, not " + threshold);
        }
        shares = Map.copyOf(shares);
        hazard = Map.copyOf(hazard);
    }

    public static Budget of(double threshold) {
        return new Budget(threshold, SHARES, HAZARD);
    }

    /** All evidence is that of one kind. */
    public static Budget only(Kind kind, double threshold) {
        return new Budget(threshold, Map.of(kind, 1.0), HAZARD);
    }

    double share(Kind kind) {
        return shares.getOrDefault(kind, 0.0);
    }

    /** The probability that there is a change: hE / (1 + hE) for a hazard h and evidence E. */
    double probability(Kind.Direction direction, double evidence) {
        double odds = hazard.getOrDefault(direction, 0.0) * evidence;
        return Double.isInfinite(odds) ? 1 : odds / (1 + odds);
    }
}
