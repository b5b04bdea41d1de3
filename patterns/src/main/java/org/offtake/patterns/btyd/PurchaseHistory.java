package org.offtake.patterns.btyd;

import java.util.Comparator;

/**
 * All that these models need of one customer: x, t_x and T of the literature.
 *
 * @param repeats purchases after the first one
 * @param last time of the last purchase since the first one; 0 without repeats
 * @param observed time between the first purchase and now
 */
public record PurchaseHistory(long repeats, double last, double observed) implements Comparable<PurchaseHistory> {
    private static final Comparator<PurchaseHistory> ORDER = Comparator.comparingLong(PurchaseHistory::repeats)
            .thenComparingDouble(PurchaseHistory::last)
            .thenComparingDouble(PurchaseHistory::observed);

    public PurchaseHistory {
        Guard.notNegative("the number of repeat purchases", repeats);
        Guard.notNegative("the time of the last purchase", last);
        Guard.notNegative("the time observed", observed);
        if (last > observed) {
            throw new IllegalArgumentException("the time of the last purchase is " + last
                    + ", after the end of the time observed, which is " + observed);
        }
        if (repeats == 0 && last > 0) {
            throw new IllegalArgumentException(
                    "the time of the last purchase is " + last + " but there is no repeat purchase; it must be 0");
        }
        // -0.0 and 0.0 are one history and must be one row of a cohort
        last += 0.0;
        observed += 0.0;
    }

    @Override
    public int compareTo(PurchaseHistory other) {
        return ORDER.compare(this, other);
    }
}
