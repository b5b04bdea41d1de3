package org.offtake.sample.chance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.ToDoubleFunction;

/**
 * Time as demand feels it: a closed day does not tick, a busy one ticks faster.
 *
 * <p>It starts at {@link #BEGIN} whatever the horizon, so that a longer horizon leaves the orders of a shorter one alone.
 */
public final class DemandClock {
    public static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);

    private final double[] untilEndOf;

    /** {@code pace} is the demand of a day, about one on average. */
    public DemandClock(LocalDate lastDay, ToDoubleFunction<LocalDate> pace) {
        untilEndOf = new double[(int) ChronoUnit.DAYS.between(BEGIN, lastDay) + 1];
        double sum = 0;
        for (int i = 0; i < untilEndOf.length; i++) {
            sum += pace.applyAsDouble(BEGIN.plusDays(i));
            untilEndOf[i] = sum;
        }
    }

    /** The clock's reading when the day begins. */
    public double startOf(LocalDate day) {
        int index = (int) ChronoUnit.DAYS.between(BEGIN, day);
        if (index <= 0) {
            return 0;
        }
        return untilEndOf[Math.min(index, untilEndOf.length) - 1];
    }

    /** The day on which the clock shows this reading, or {@link LocalDate#MAX} when that is beyond the horizon. */
    public LocalDate dayAt(double reading) {
        int low = 0;
        int high = untilEndOf.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (untilEndOf[middle] > reading) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == untilEndOf.length ? LocalDate.MAX : BEGIN.plusDays(low);
    }

    /** A year's wave: one on average, highest on the given day of the year. */
    public static double season(LocalDate day, double swing, int peakDayOfYear) {
        return 1 + swing * StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - peakDayOfYear) / 365.25);
    }

    /** Growth by a yearly rate, one on the first of January 2026. */
    public static double growth(LocalDate day, double yearly) {
        return StrictMath.pow(1 + yearly, ChronoUnit.DAYS.between(LocalDate.of(2026, 1, 1), day) / 365.25);
    }
}
