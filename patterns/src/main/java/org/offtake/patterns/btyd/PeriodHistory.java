package org.offtake.patterns.btyd;

import java.util.Comparator;

/**
 * All that {@link BgBb} needs of one customer who can buy once per period: x, t_x and n of the literature.
 *
 * @param repeats periods with a purchase, after the one of the first purchase
 * @param last the last of those periods, counted from 1; 0 without repeats
 * @param periods periods observed since the one of the first purchase
 */
public record PeriodHistory(int repeats, int last, int periods) implements Comparable<PeriodHistory> {
    private static final Comparator<PeriodHistory> ORDER = Comparator.comparingInt(PeriodHistory::repeats)
            .thenComparingInt(PeriodHistory::last)
            .thenComparingInt(PeriodHistory::periods);

    public PeriodHistory {
        Guard.notNegative("the number of periods with a repeat purchase", repeats);
        Guard.notNegative("the last period with a purchase", last);
        Guard.notNegative("the number of periods observed", periods);
        if (repeats > last || last > periods || (repeats == 0 && last > 0)) {
            throw new IllegalArgumentException(repeats + " periods with a repeat purchase, the last of them period "
                    + last + " of " + periods + ": there is no such history");
        }
    }

    @Override
    public int compareTo(PeriodHistory other) {
        return ORDER.compare(this, other);
    }
}
