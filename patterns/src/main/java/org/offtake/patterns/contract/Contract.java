package org.offtake.patterns.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An agreement with a customer, first and last day included.
 *
 * @param amount committed over the whole term, in units or money; nought for rate-only
 * @param schedule when it is agreed by period; empty when it is not
 */
public record Contract(
        String contractNo,
        String customerId,
        Measure measure,
        double amount,
        LocalDate startDate,
        LocalDate endDate,
        List<Bucket> schedule) {
    public Contract {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("contract " + contractNo + " has the amount " + amount);
        }
        schedule = List.copyOf(schedule);
    }

    /** Empty for rate-only and where nothing, or less than nothing, is committed or the term holds no day. */
    public OptionalDouble commitment() {
        boolean commits = measure != Measure.RATE_ONLY && amount > 0 && hasTerm();
        return commits ? OptionalDouble.of(amount) : OptionalDouble.empty();
    }

    /** False when it ends before it starts. */
    public boolean hasTerm() {
        return !endDate.isBefore(startDate);
    }

    public boolean isActiveOn(LocalDate day) {
        return !day.isBefore(startDate) && !day.isAfter(endDate);
    }

    /** Share of the term's calendar days that have passed at the end of the day: from nought to one; one without a term. */
    public double elapsed(LocalDate day) {
        if (!hasTerm()) {
            return 1;
        }
        double passed = ChronoUnit.DAYS.between(startDate, day) + 1.0;
        double term = ChronoUnit.DAYS.between(startDate, endDate) + 1.0;
        return Math.max(0, Math.min(1, passed / term));
    }
}
