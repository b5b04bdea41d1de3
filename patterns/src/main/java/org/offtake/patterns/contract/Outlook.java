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
 * @param hazard probability per operational year of a change to come
 * @param left what is left after a change to come
 * @param drift standard deviation of the logarithm of the rate after a year of its random walk
 */
public record Outlook(
        OrderRate rate,
        double regularity,
        double openGap,
        OrderValue value,
        List<Change> changes,
        double hazard,
        double left,
        double drift) {
    /** Probabilities that add up to a little more than one by rounding are the caller's; beyond that it is a mistake. */
    public Outlook {
        changes = List.copyOf(changes);
        if (!(hazard >= 0) || !(left >= 0 && left <= 1) || !(drift >= 0)) {
            throw new IllegalArgumentException("hazard " + hazard + ", left " + left + ", drift " + drift);
        }
        if (changes.stream().mapToDouble(Change::probability).sum() > 1 + 1e-9) {
            throw new IllegalArgumentException("the probabilities of the changes add up to more than one: " + changes);
        }
    }

    /** Nothing is known of the customer: a projection then says so. */
    public static Outlook unknown() {
        return new Outlook(new OrderRate(0, 0), 1, 0, new OrderValue(0, 0, 0), List.of(), 0, 1, 0);
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
