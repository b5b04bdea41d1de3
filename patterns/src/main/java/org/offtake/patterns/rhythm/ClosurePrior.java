package org.offtake.patterns.rhythm;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * A customer's own closure, such as a summer holiday: how likely one begins in each month, how long it is, and how
 * surely it comes again at the same time next year.
 *
 * @param chanceByMonth probability for a customer that a closure begins in the month, twelve of them
 * @param length operational days
 * @param returns probability that last year's closure comes again
 * @param shift standard deviation in days of when it begins, against last year
 */
public record ClosurePrior(List<Double> chanceByMonth, double length, double returns, double shift) {
    public ClosurePrior {
        if (chanceByMonth.size() != 12) {
            throw new IllegalArgumentException("closures are told by month: 12, not " + chanceByMonth.size());
        }
        chanceByMonth = List.copyOf(chanceByMonth);
    }

    /** Nobody ever closes. */
    public static ClosurePrior none() {
        return new ClosurePrior(Collections.nCopies(12, 0.0), 0, 0, 1);
    }

    /** The same for all months; where fitting begins. */
    public static ClosurePrior flat(double chancePerYear, double length) {
        return new ClosurePrior(Collections.nCopies(12, chancePerYear / 12), length, 0.8, 10);
    }

    /** The chance that a closure begins within {@code (from, to]}, by months of equal length. */
    double chance(int from, int to) {
        int last = Math.min(to, from + 366);
        double sum = 0;
        for (int day = from + 1; day <= last; ) {
            LocalDate date = LocalDate.ofEpochDay(day);
            int left = Math.min(date.lengthOfMonth() - date.getDayOfMonth() + 1, last - day + 1);
            sum += chanceByMonth.get(date.getMonthValue() - 1) * left / date.lengthOfMonth();
            day += left;
        }
        return Math.min(0.9, sum);
    }

    /** 0 to 11. */
    public static int month(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).getMonthValue() - 1;
    }
}
