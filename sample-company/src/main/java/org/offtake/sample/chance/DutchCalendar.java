package org.offtake.sample.chance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** Dutch public holidays, working days and local time. */
public final class DutchCalendar {
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 27), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private DutchCalendar() {}

    /** A weekday that is not a public holiday. */
    public static boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** New Year, Easter Sunday and Monday, King's Day, Ascension, Whit Sunday and Monday, Christmas. */
    public static boolean isHoliday(LocalDate day) {
        if (FIXED.contains(MonthDay.from(day))) {
            return true;
        }
        LocalDate easter = easter(day.getYear());
        return day.equals(easter)
                || day.equals(easter.plusDays(1))
                || day.equals(easter.plusDays(39))
                || day.equals(easter.plusDays(49))
                || day.equals(easter.plusDays(50));
    }

    /** The working day that many working days later; zero gives the day itself. */
    public static LocalDate workingDaysAfter(LocalDate day, int count) {
        LocalDate at = day;
        for (int left = count; left > 0; left--) {
            at = at.plusDays(1);
            while (!isWorkingDay(at)) {
                at = at.plusDays(1);
            }
        }
        return at;
    }

    /** True on the two Sundays of the year when the clock jumps. */
    public static boolean isClockChange(LocalDate day) {
        return !day.atStartOfDay(ZONE)
                .getOffset()
                .equals(day.plusDays(1).atStartOfDay(ZONE).getOffset());
    }

    /** The local wall time with its offset; in the hour that comes twice the first pass is meant. */
    public static OffsetDateTime at(LocalDate day, int secondOfDay) {
        LocalDateTime local = day.atStartOfDay().plusSeconds(secondOfDay);
        return local.atZone(ZONE).toOffsetDateTime();
    }

    /** Half past two on the night of a clock change: the pass before the jump, or the one after it. */
    public static OffsetDateTime halfPastTwo(LocalDate day, boolean afterTheJump) {
        ZonedDateTime before = day.atTime(2, 30).atZone(ZONE);
        return (afterTheJump ? before.withLaterOffsetAtOverlap() : before).toOffsetDateTime();
    }

    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
