package org.offtake.patterns.clock;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The season of a segment, from how many orders came on each day of its fitted period: a profile of the weekday times a
 * smooth profile of the year, and days on which nearly nothing is ordered as they were.
 *
 * <p>Less than a year tells of weekdays only, less than a week of nothing. Pooled over all customers of the segment: one customer's year says nothing reliable about a season.
 */
public final class SeasonFit {
    private static final int YEAR = 364;
    private static final double BANDWIDTH_DAYS = 12;
    private static final double CLOSED = 0.35;

    private SeasonFit() {}

    /**
     * The clock of a segment, the fitted year repeated by weekday ever after.
     *
     * @param firstDay epoch day of the first count
     * @param counts orders per day
     * @param exposure customers that could order, per day: those who had begun and not yet gone
     */
    public static OperationalClock fit(int firstDay, double[] counts, double[] exposure) {
        int days = counts.length;
        if (days < 7) {
            return OperationalClock.calendar();
        }
        double[] weekday = weekdays(firstDay, counts, exposure);
        double[] level = new double[days];
        boolean[] closed = new boolean[days];
        smooth(firstDay, counts, exposure, weekday, closed, level);
        markClosed(firstDay, counts, exposure, weekday, level, closed);
        smooth(firstDay, counts, exposure, weekday, closed, level);
        double[] factors = new double[days];
        double sum = 0;
        for (int day = 0; day < days; day++) {
            factors[day] = closed[day]
                    ? counts[day] / Math.max(1, exposure[day])
                    : level[day] * weekday[Math.floorMod(firstDay + day, 7)];
            sum += factors[day];
        }
        double mean = sum / days;
        if (!(mean > 0)) {
            return OperationalClock.calendar();
        }
        double[] known = Arrays.stream(factors).map(factor -> factor / mean).toArray();
        return new OperationalClock(
                firstDay, known, days < YEAR ? week(firstDay + days, weekday, level[0] / mean) : year(known));
    }

    private static double[] year(double[] known) {
        return Arrays.copyOfRange(known, known.length - YEAR, known.length);
    }

    private static double[] week(int from, double[] weekday, double level) {
        return IntStream.range(from, from + 7)
                .mapToDouble(day -> level * weekday[Math.floorMod(day, 7)])
                .toArray();
    }

    private static double[] weekdays(int firstDay, double[] counts, double[] exposure) {
        double[] orders = new double[7];
        double[] customers = new double[7];
        for (int day = 0; day < counts.length; day++) {
            int weekday = Math.floorMod(firstDay + day, 7);
            orders[weekday] += counts[day];
            customers[weekday] += exposure[day];
        }
        double all = 0;
        double[] rates = new double[7];
        for (int weekday = 0; weekday < 7; weekday++) {
            rates[weekday] = customers[weekday] > 0 ? orders[weekday] / customers[weekday] : 0;
            all += rates[weekday] / 7;
        }
        for (int weekday = 0; weekday < 7; weekday++) {
            rates[weekday] = all > 0 ? rates[weekday] / all : 1;
        }
        return rates;
    }

    /** Kernel-weighted rate of orders for what the weekday and the exposure let expect; the year is a circle. */
    private static void smooth(
            int firstDay, double[] counts, double[] exposure, double[] weekday, boolean[] closed, double[] level) {
        int days = counts.length;
        int reach = days < YEAR ? days : (int) (3 * BANDWIDTH_DAYS);
        for (int day = 0; day < days; day++) {
            double orders = 0;
            double expected = 0;
            for (int near = day - reach; near <= day + reach; near++) {
                int like = near < 0 ? near + YEAR : near >= days ? near - YEAR : near;
                if (like < 0 || like >= days || closed[like]) {
                    continue;
                }
                double distance = (near - day) / BANDWIDTH_DAYS;
                double weight = days < YEAR ? 1 : Math.exp(-distance * distance / 2);
                orders += weight * counts[like];
                expected += weight * exposure[like] * weekday[Math.floorMod(firstDay + like, 7)];
            }
            level[day] = expected > 0 ? orders / expected : 0;
        }
    }

    /** A week in which far less came than around it, and each of its days that was so. */
    private static void markClosed(
            int firstDay, double[] counts, double[] exposure, double[] weekday, double[] level, boolean[] closed) {
        for (int day = 0; day < counts.length; day++) {
            double orders = 0;
            double expected = 0;
            for (int near = Math.max(0, day - 1); near <= Math.min(counts.length - 1, day + 1); near++) {
                orders += counts[near];
                expected += level[near] * exposure[near] * weekday[Math.floorMod(firstDay + near, 7)];
            }
            double own = level[day] * exposure[day] * weekday[Math.floorMod(firstDay + day, 7)];
            closed[day] = (orders < CLOSED * expected && expected > 10) || (counts[day] < CLOSED * own && own > 20);
        }
    }
}
