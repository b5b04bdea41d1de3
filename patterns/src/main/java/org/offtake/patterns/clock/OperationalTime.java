package org.offtake.patterns.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * How much time passes, as demand feels it: a closed day does not count, a busy one counts for more. In operational days, of which a year has about as
 * many as calendar days.
 */
@FunctionalInterface
public interface OperationalTime {
    /** Operational days after the one day up to and with the other; nought when the other is not later. Never negative. */
    double between(LocalDate after, LocalDate until);

    /** Every day counts for one. */
    static OperationalTime calendarDays() {
        return (after, until) -> Math.max(0, ChronoUnit.DAYS.between(after, until));
    }

    /** Monday to Friday count for one, except on these days. */
    static OperationalTime workingDays(Set<LocalDate> closed) {
        Set<LocalDate> days = Set.copyOf(closed);
        return (after, until) -> {
            if (!until.isAfter(after)) {
                return 0;
            }
            long shut = days.stream()
                    .filter(it -> it.isAfter(after) && !it.isAfter(until) && isWeekday(it))
                    .count();
            return (double) (weekdaysUntil(until) - weekdaysUntil(after) - shut);
        };
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** Weekdays since Monday 29 December 1969, with the day itself. */
    private static long weekdaysUntil(LocalDate day) {
        long days = day.toEpochDay() + 3;
        return Math.floorDiv(days, 7) * 5 + Math.min(Math.floorMod(days, 7) + 1, 5);
    }
}
