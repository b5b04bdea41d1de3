package org.offtake.sample.patterns;

/** A customer's own holiday, the same in both years: days of the year, both included. */
record Closure(int firstDayOfYear, int lastDayOfYear) {
    boolean holds(int day) {
        int dayOfYear = TwoYears.dayOfYear(day);
        return dayOfYear >= firstDayOfYear && dayOfYear <= lastDayOfYear;
    }
}
