package org.offtake.patterns.clock;

/**
 * Operational time of one segment: a day counts for as much as is usually ordered on it, one on average.
 *
 * <p>Immutable. Days are epoch days; outside the days it knows, each day counts for one.
 */
public final class OperationalClock {
    private final int firstDay;
    private final double[] factors;
    private final double[] ends;

    /** @param factors how much each day from {@code firstDay} on counts for, not negative */
    public OperationalClock(int firstDay, double[] factors) {
        this.firstDay = firstDay;
        this.factors = factors.clone();
        this.ends = new double[factors.length];
        double end = 0;
        for (int day = 0; day < factors.length; day++) {
            double factor = factors[day];
            if (!(factor >= 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("a day counts for " + factor + ": neither negative nor unknown");
            }
            end += factor;
            ends[day] = end;
        }
    }

    /** A clock on which every day counts for one. */
    public static OperationalClock calendar() {
        return new OperationalClock(0, new double[0]);
    }

    /** Operational time at the end of a day. */
    public double endOf(int day) {
        int index = day - firstDay;
        if (index < 0) {
            return index + 1;
        }
        if (index >= ends.length) {
            return (ends.length == 0 ? 0 : ends[ends.length - 1]) + (index - ends.length + 1);
        }
        return ends[index];
    }

    /** Operational time in the middle of a day: when its orders came, for all that is known. */
    public double middleOf(int day) {
        return endOf(day) - factor(day) / 2;
    }

    /** How much a day counts for. */
    public double factor(int day) {
        int index = day - firstDay;
        return index < 0 || index >= factors.length ? 1 : factors[index];
    }
}
