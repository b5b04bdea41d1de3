package org.offtake.patterns.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Operational time of one segment: a day counts for as much as is usually ordered on it, one on average.
 *
 * <p>Immutable. Days are epoch days; outside the days it knows, each day counts for one.
 */
public final class OperationalClock implements OperationalTime {
    private static final int MONTHS = 12;

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

    /** The same, from a date on. */
    public static OperationalClock of(LocalDate firstDay, double[] factors) {
        return new OperationalClock(Math.toIntExact(firstDay.toEpochDay()), factors);
    }

    /**
     * A seasonal profile by month (KPI K17): each month has its share of the year, evenly over its days.
     *
     * @param shares of January to December, of any sum; negative ones count for nought, and when all do every day counts for one
     */
    public static OperationalClock ofMonths(LocalDate firstDay, LocalDate lastDay, List<Double> shares) {
        if (shares.size() != MONTHS) {
            throw new IllegalArgumentException("a year has twelve months, not " + shares.size());
        }
        double sum = shares.stream().mapToDouble(share -> Math.max(0, share)).sum();
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(firstDay, lastDay) + 1);
        double[] factors = new double[days];
        for (int i = 0; i < days; i++) {
            LocalDate day = firstDay.plusDays(i);
            double share = Math.max(0, shares.get(day.getMonthValue() - 1));
            factors[i] = sum > 0 ? share / sum * day.lengthOfYear() / day.lengthOfMonth() : 1;
        }
        return of(firstDay, factors);
    }

    /** A clock on which every day counts for one. */
    public static OperationalClock calendar() {
        return new OperationalClock(0, new double[0]);
    }

    @Override
    public double between(LocalDate after, LocalDate until) {
        return until.isAfter(after)
                ? Math.max(0, endOf(Math.toIntExact(until.toEpochDay())) - endOf(Math.toIntExact(after.toEpochDay())))
                : 0;
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
