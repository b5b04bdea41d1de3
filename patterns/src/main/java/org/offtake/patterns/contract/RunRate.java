package org.offtake.patterns.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is taken per week of late: the mean of the last thirteen weeks without the highest and the lowest (KPI K18, robust mean).
 *
 * @param perWeek in the contract's measure; negative when more came back than went out
 */
public record RunRate(double perWeek) {
    private static final int WEEKS = 13;
    private static final int DAYS = 7;

    public static RunRate of(Measure measure, List<Taken> taken, LocalDate day) {
        double[] weeks = new double[WEEKS];
        for (Taken it : taken) {
            long ago = ChronoUnit.DAYS.between(it.date(), day);
            if (ago >= 0 && ago < WEEKS * DAYS) {
                weeks[(int) ago / DAYS] += it.in(measure);
            }
        }
        Arrays.sort(weeks);
        return new RunRate(Arrays.stream(weeks, 1, WEEKS - 1).average().orElse(0));
    }

    /** Weeks until the remaining commitment is taken at this rate; nought when nothing remains, empty when it never is. */
    public OptionalDouble weeksFor(double remaining) {
        if (remaining <= 0) {
            return OptionalDouble.of(0);
        }
        return perWeek > 0 ? OptionalDouble.of(remaining / perWeek) : OptionalDouble.empty();
    }

    /** Actual and this rate to the end of the term, over the commitment (KPI K18); empty without a commitment. */
    public OptionalDouble forecast(Contract contract, double actual, LocalDate day) {
        if (contract.commitment().isEmpty()) {
            return OptionalDouble.empty();
        }
        double weeks = Math.max(0, ChronoUnit.DAYS.between(day, contract.endDate())) / (double) DAYS;
        return OptionalDouble.of((actual + perWeek * weeks) / contract.amount());
    }
}
