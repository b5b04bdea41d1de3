package org.offtake.sample.scale;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.stream.Stream;
import org.offtake.sample.chance.DemandClock;

/**
 * What decides every byte of the sample companies.
 *
 * @param seed another seed gives other companies
 * @param orders about how many sales orders the three companies take together over the horizon
 * @param days length of the horizon in calendar days
 * @param lastDay the last day that sends files, local in Europe/Amsterdam
 * @param dailyFrom first day with a file of its own; what is older comes as a first export does, a file a month
 */
public record SampleScale(long seed, int orders, int days, LocalDate lastDay, LocalDate dailyFrom) {
    /** The demo: about 35,000 order lines in 800 days, daily since September. */
    public static final SampleScale DEMO =
            new SampleScale(1, 14_000, 800, LocalDate.of(2026, 11, 21), LocalDate.of(2026, 9, 1));

    public SampleScale {
        if (orders < 100) {
            throw new IllegalArgumentException("a sample of " + orders + " orders is too small; ask for at least 100");
        }
        if (days < 1) {
            throw new IllegalArgumentException("a horizon of " + days + " days is too short; ask for at least one");
        }
        if (lastDay.minusDays(days).isBefore(DemandClock.BEGIN)) {
            throw new IllegalArgumentException("a horizon of " + days + " days before " + lastDay + " begins before "
                    + DemandClock.BEGIN + "; ask for fewer days or a later last day");
        }
    }

    /** A scale with a file for every day of the horizon. */
    public SampleScale(long seed, int orders, int days, LocalDate lastDay) {
        this(seed, orders, days, lastDay, LocalDate.MIN);
    }

    public LocalDate firstDay() {
        return lastDay.minusDays(days - 1L);
    }

    /** What is planted is dated from here, so that a horizon a day longer within the month tells the same story. */
    public LocalDate storyDay() {
        return lastDay.withDayOfMonth(1);
    }

    /** The day whose file carries what lands on {@code day}. */
    public LocalDate fileDay(LocalDate day) {
        if (!day.isBefore(dailyFrom)) {
            return day;
        }
        LocalDate endOfMonth = day.with(TemporalAdjusters.lastDayOfMonth());
        return Stream.of(endOfMonth, dailyFrom.minusDays(1), lastDay)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Sales orders expected on an average day. */
    public double ordersPerDay() {
        return (double) orders / days;
    }
}
