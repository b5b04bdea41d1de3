package org.offtake.patterns.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where a contract stands at the end of a day (KPI K17).
 *
 * @param actual taken from the start of the term, returns taken off
 * @param expected agreed by that day
 * @param ratio actual over expected; empty without a commitment and as long as nothing is expected
 * @param remaining of the commitment; negative when more was taken, nought without a commitment
 * @param behind expected minus actual
 */
public record Fulfilment(
        LocalDate asOfDate, double actual, double expected, OptionalDouble ratio, double remaining, double behind) {
    /** Only what was taken within the term, up to and with that day, counts. */
    public static Fulfilment of(AgreedPath path, List<Taken> taken, LocalDate day) {
        Contract contract = path.contract();
        double actual = actual(contract, taken, day);
        double expected = path.expectedBy(day);
        double remaining = contract.commitment().isPresent() ? contract.amount() - actual : 0;
        OptionalDouble ratio = expected > 0 ? OptionalDouble.of(actual / expected) : OptionalDouble.empty();
        return new Fulfilment(day, actual, expected, ratio, remaining, expected > 0 ? expected - actual : 0);
    }

    static double actual(Contract contract, List<Taken> taken, LocalDate day) {
        return taken.stream()
                .filter(it -> contract.isActiveOn(it.date()) && !it.date().isAfter(day))
                .mapToDouble(it -> it.in(contract.measure()))
                .sum();
    }
}
