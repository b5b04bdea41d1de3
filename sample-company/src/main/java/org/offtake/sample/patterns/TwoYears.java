package org.offtake.sample.patterns;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days of a set: 730, counted from zero; the first 365 are to learn from, the others are scored. */
final class TwoYears {
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    static final int YEAR = 365;
    static final int DAYS = 2 * YEAR;
    private static final int WEEK = 7;
    private static final int SATURDAY = 5;

    private TwoYears() {}

    static LocalDate date(int day) {
        return FIRST_DAY.plusDays(day);
    }

    static int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(FIRST_DAY, date);
    }

    static int dayOfYear(int day) {
        return day % YEAR;
    }

    /** The day on which the desk enters an order that a customer decides on: what comes in a weekend is Monday's. */
    static int entered(int day) {
        int ofWeek = day % WEEK;
        return ofWeek < SATURDAY ? day : day + WEEK - ofWeek;
    }
}
