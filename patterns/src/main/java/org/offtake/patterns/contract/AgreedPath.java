package org.offtake.patterns.contract;

import java.time.LocalDate;
import org.offtake.patterns.clock.OperationalTime;

/**
 * What is to be taken by the end of each day (KPI K17, expected).
 *
 * <p>With a schedule: the buckets that have ended, and of the running one its share of passed time. Without: the commitment by its share of passed time.
 * Working days make that the pro rata of the trade, the clock of a segment makes it a seasonal profile. Where no time passes at all, the last day counts.
 */
public record AgreedPath(Contract contract, OperationalTime time) {
    /** Expected from the start to the end of that day, in the contract's measure; nought without a commitment. */
    public double expectedBy(LocalDate day) {
        if (contract.commitment().isEmpty()) {
            return 0;
        }
        if (contract.schedule().isEmpty()) {
            return contract.commitment().getAsDouble() * share(contract.startDate(), contract.endDate(), day);
        }
        return contract.schedule().stream()
                .mapToDouble(it -> it.amount() * share(it.startDate(), it.endDate(), day))
                .sum();
    }

    private double share(LocalDate start, LocalDate end, LocalDate day) {
        if (day.isBefore(start)) {
            return 0;
        }
        if (!day.isBefore(end)) {
            return 1;
        }
        LocalDate before = start.minusDays(1);
        double whole = time.between(before, end);
        return whole > 0 ? time.between(before, day) / whole : 0;
    }
}
