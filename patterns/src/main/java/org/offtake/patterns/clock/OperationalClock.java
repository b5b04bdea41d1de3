package org.offtake.patterns.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Operational time of one segment: a day counts for as much as is usually ordered on it, one on average.
 *
 * <p>Immutable. Days are epoch days. Before the days it knows each day counts for one; after them the days of a cycle do, again
 * and again.
 */
public final class OperationalClock implements OperationalTime {
    private static final int MONTHS = 12;

    private final int firstDay;
    private final double[] factors;
    private final double[] ends;
    private final double[] cycle;
    private final double[] cycleEnds;

    /**
     * @param factors how much each day from {@code firstDay} on counts for, not negative
     * @param cycle how much each day after those counts for, over and over; at least one
     */
    public OperationalClock(int firstDay, double[] factors, double[] cycle) {
        if (cycle.length == 0) {
            throw new IllegalArgumentException(
                    "a clock goes on: tell how much the days after the known ones count for");
        }
        this.firstDay = firstDay;
        this.factors = factors.clone();
        this.ends = ends(factors);
        this.cycle = cycle.clone();
        this.cycleEnds = ends(cycle);
    }

    /** After the known days every day counts for one. */
    public OperationalClock(int firstDay, double[] factors) {
        this(firstDay, factors, new double[] {1});
    }

    private static double[] ends(double[] factors) {
        double[] ends = new double[factors.length];
        double end = 0;
        for (int day = 0; day < factors.length; day++) {
            double factor = factors[day];
            if (!(factor >= 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("a day counts for " + factor + ": neither negative nor unknown");
            }
            end += factor;
            ends[day] = end;
        }
        return ends;
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

    /** A time that is closed, from one epoch day to another, both included. */
    public record Closure(int firstDay, int lastDay) {}

    /** The same, with days that count for nothing; those before the days it knows stay as they are. */
    public OperationalClock closed(List<Closure> closures) {
        int known = closures.stream()
                .mapToInt(closure -> closure.lastDay() - firstDay + 1)
                .max()
                .orElse(0);
        if (known <= 0) {
            return this;
        }
        double[] open = new double[Math.max(factors.length, known)];
        for (int index = 0; index < open.length; index++) {
            open[index] = factor(firstDay + index);
        }
        for (Closure closure : closures) {
            for (int day = Math.max(firstDay, closure.firstDay()); day <= closure.lastDay(); day++) {
                open[day - firstDay] = 0;
            }
        }
        double[] after = new double[cycle.length];
        for (int index = 0; index < after.length; index++) {
            after[index] = factor(firstDay + open.length + index);
        }
        return new OperationalClock(firstDay, open, after);
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
        if (index < ends.length) {
            return ends[index];
        }
        int after = index - ends.length + 1;
        int rest = after % cycle.length;
        int rounds = after / cycle.length;
        return last(ends) + rounds * last(cycleEnds) + (rest == 0 ? 0 : cycleEnds[rest - 1]);
    }

    private static double last(double[] ends) {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** Operational time in the middle of a day: when its orders came, for all that is known. */
    public double middleOf(int day) {
        return endOf(day) - factor(day) / 2;
    }

    /** How much a day counts for. */
    public double factor(int day) {
        int index = day - firstDay;
        if (index < 0) {
            return 1;
        }
        return index < factors.length ? factors[index] : cycle[(index - factors.length) % cycle.length];
    }

    /** Epoch day of the first day it knows. */
    public int firstDay() {
        return firstDay;
    }

    /** How much each day it knows counts for. */
    public List<Double> factors() {
        return Arrays.stream(factors).boxed().toList();
    }

    /** How much each day after those counts for, over and over. */
    public List<Double> cycle() {
        return Arrays.stream(cycle).boxed().toList();
    }
}
