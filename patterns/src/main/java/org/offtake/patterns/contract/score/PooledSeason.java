package org.offtake.patterns.contract.score;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.contract.Taken;

/**
 * The pace of a segment's days, from the orders of its customers in year one, repeated in year two: weekday times a season smoothed over three weeks, and
 * days on which hardly anybody orders. One on average.
 *
 * <p>Only customers who order from the first weeks to the last are counted, so that who comes and goes does not look like a season.
 */
final class PooledSeason {
    private static final int YEAR = 365;
    private static final int WEEK = 7;
    private static final int REACH = 10;
    private static final int AT_THE_EDGES = 45;
    private static final int ORDERS = 12;
    private static final double HARDLY = 0.3;

    private PooledSeason() {}

    /** {@code everybody} tells the days on which hardly anybody orders, the segment the rest; each is the orders of one customer. */
    static OperationalClock of(LocalDate firstDay, List<List<Taken>> everybody, List<List<Taken>> segment) {
        double[] all = counts(firstDay, everybody);
        boolean[] quiet = quiet(firstDay, all);
        double[] counts = counts(firstDay, segment);
        double[] weekdays = weekdays(firstDay, counts, quiet);
        double[] season = season(firstDay, counts, weekdays, quiet);
        double quietPace = quietPace(firstDay, all, quiet);
        double[] pace = new double[2 * YEAR];
        for (int day = 0; day < pace.length; day++) {
            int lastYear = day % YEAR;
            pace[day] = season[lastYear] * weekdays[weekday(firstDay, day)] * (quiet[lastYear] ? quietPace : 1);
        }
        double mean =
                IntStream.range(0, YEAR).mapToDouble(it -> pace[it]).average().orElse(1);
        if (!(mean > 0)) {
            return OperationalClock.of(firstDay, new double[0]);
        }
        for (int day = 0; day < pace.length; day++) {
            pace[day] /= mean;
        }
        return OperationalClock.of(firstDay, pace);
    }

    private static double[] counts(LocalDate firstDay, List<List<Taken>> customers) {
        double[] counts = new double[YEAR];
        for (List<Taken> orders : customers) {
            int[] days = orders.stream()
                    .mapToInt(it -> (int) ChronoUnit.DAYS.between(firstDay, it.date()))
                    .filter(it -> it >= 0 && it < YEAR)
                    .toArray();
            if (days.length >= ORDERS && days[0] <= AT_THE_EDGES && days[days.length - 1] >= YEAR - AT_THE_EDGES) {
                for (int day : days) {
                    counts[day]++;
                }
            }
        }
        return counts;
    }

    private static boolean[] quiet(LocalDate firstDay, double[] counts) {
        boolean[] nothing = new boolean[YEAR];
        double[] weekdays = weekdays(firstDay, counts, nothing);
        double mean =
                IntStream.range(0, YEAR).mapToDouble(it -> counts[it]).average().orElse(0);
        boolean[] quiet = new boolean[YEAR];
        for (int day = 0; day < YEAR; day++) {
            double expected = mean * weekdays[weekday(firstDay, day)];
            quiet[day] = expected >= WEEK && counts[day] < HARDLY * expected;
        }
        return quiet;
    }

    private static double quietPace(LocalDate firstDay, double[] counts, boolean[] quiet) {
        double[] weekdays = weekdays(firstDay, counts, quiet);
        double[] season = season(firstDay, counts, weekdays, quiet);
        double seen = 0;
        double expected = 0;
        for (int day = 0; day < YEAR; day++) {
            if (quiet[day]) {
                seen += counts[day];
                expected += season[day] * weekdays[weekday(firstDay, day)];
            }
        }
        return expected > 0 ? seen / expected : 1;
    }

    /** The share of a weekday in the orders, one on average. */
    private static double[] weekdays(LocalDate firstDay, double[] counts, boolean[] quiet) {
        double[] sums = new double[WEEK];
        double[] days = new double[WEEK];
        for (int day = 0; day < YEAR; day++) {
            if (!quiet[day]) {
                sums[weekday(firstDay, day)] += counts[day];
                days[weekday(firstDay, day)]++;
            }
        }
        double total = IntStream.range(0, WEEK)
                .mapToDouble(it -> sums[it] / Math.max(1, days[it]))
                .sum();
        return IntStream.range(0, WEEK)
                .mapToDouble(it -> total > 0 ? WEEK * sums[it] / Math.max(1, days[it]) / total : 1)
                .toArray();
    }

    /** Orders per day around each day, over what its weekdays would have; the year goes round. */
    private static double[] season(LocalDate firstDay, double[] counts, double[] weekdays, boolean[] quiet) {
        double[] season = new double[YEAR];
        for (int day = 0; day < YEAR; day++) {
            double seen = 0;
            double expected = 0;
            for (int near = day - REACH; near <= day + REACH; near++) {
                int other = Math.floorMod(near, YEAR);
                if (!quiet[other]) {
                    seen += counts[other];
                    expected += weekdays[weekday(firstDay, other)];
                }
            }
            season[day] = expected > 0 ? seen / expected : 0;
        }
        return season;
    }

    private static int weekday(LocalDate firstDay, int day) {
        return firstDay.plusDays(day).getDayOfWeek().getValue() - 1;
    }
}
