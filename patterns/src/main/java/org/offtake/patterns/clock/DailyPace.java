package org.offtake.patterns.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Operational time from the pace of every day; before the first and after the last day every day counts for one. */
public final class DailyPace implements OperationalTime {
    private static final int MONTHS = 12;

    private final LocalDate firstDay;
    private final double[] untilEndOf;

    private DailyPace(LocalDate firstDay, double[] untilEndOf) {
        this.firstDay = firstDay;
        this.untilEndOf = untilEndOf;
    }

    /** {@code pace} holds the operational time of each day from the first; what is negative or not a number counts for nought. */
    public static DailyPace of(LocalDate firstDay, double[] pace) {
        double[] sums = new double[pace.length];
        double sum = 0;
        for (int i = 0; i < pace.length; i++) {
            sum += pace[i] > 0 && Double.isFinite(pace[i]) ? pace[i] : 0;
            sums[i] = sum;
        }
        return new DailyPace(firstDay, sums);
    }

    /**
     * A seasonal profile by month (KPI K17): each month has its share of the year, evenly over its days.
     *
     * @param shares of January to December, of any sum; negative ones count for nought, and when all do every day counts for one
     */
    public static DailyPace ofMonths(LocalDate firstDay, LocalDate lastDay, List<Double> shares) {
        if (shares.size() != MONTHS) {
            throw new IllegalArgumentException("a year has twelve months, not " + shares.size());
        }
        double sum = shares.stream().mapToDouble(it -> Math.max(0, it)).sum();
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(firstDay, lastDay) + 1);
        double[] pace = new double[days];
        for (int i = 0; i < days; i++) {
            LocalDate day = firstDay.plusDays(i);
            double share = Math.max(0, shares.get(day.getMonthValue() - 1));
            pace[i] = sum > 0 ? share / sum * day.lengthOfYear() / day.lengthOfMonth() : 1;
        }
        return of(firstDay, pace);
    }

    @Override
    public double between(LocalDate after, LocalDate until) {
        return until.isAfter(after) ? Math.max(0, reading(until) - reading(after)) : 0;
    }

    private double reading(LocalDate day) {
        long days = ChronoUnit.DAYS.between(firstDay, day) + 1;
        if (days <= 0 || untilEndOf.length == 0) {
            return days;
        }
        int known = (int) Math.min(days, untilEndOf.length);
        return untilEndOf[known - 1] + (days - known);
    }
}
