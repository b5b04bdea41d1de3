package org.offtake.patterns.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/**
 * Off the agreed path, without statistics (signals D01 and D02).
 *
 * @param behind fulfilment under this is behind
 * @param ahead fulfilment over this is ahead
 * @param floor what is missing is at least this, in the contract's measure
 * @param weeks what remains and lasts less than this is running out
 */
public record PathRule(double behind, double ahead, double floor, int weeks) {
    /** Fifteen percent behind, twenty ahead, four weeks. */
    public static PathRule usual(double floor) {
        return new PathRule(0.85, 1.2, floor, 4);
    }

    private static final int DAYS = 14;
    private static final double PART = 0.1;
    private static final double WEEK = 7;

    /** D01: behind, by at least the floor, once 14 days or a tenth of the term have passed. */
    public boolean isBehind(Contract contract, Fulfilment fulfilment) {
        return isUnderWay(contract, fulfilment.asOfDate())
                && fulfilment.ratio().orElse(1) < behind
                && fulfilment.behind() >= floor;
    }

    /** D02: ahead, or what remains is gone within the weeks at the present rate and before the term ends. */
    public boolean isAhead(Contract contract, Fulfilment fulfilment, RunRate rate) {
        LocalDate day = fulfilment.asOfDate();
        if (contract.commitment().isEmpty() || !isUnderWay(contract, day) || !contract.isActiveOn(day)) {
            return false;
        }
        double left = ChronoUnit.DAYS.between(day, contract.endDate()) / WEEK;
        OptionalDouble lasts = rate.weeksFor(fulfilment.remaining());
        boolean runsOut = lasts.isPresent() && lasts.getAsDouble() < Math.min(weeks, left);
        return fulfilment.ratio().orElse(1) > ahead || runsOut;
    }

    private static boolean isUnderWay(Contract contract, LocalDate day) {
        return contract.hasTerm()
                && (ChronoUnit.DAYS.between(contract.startDate(), day) + 1 >= DAYS || contract.elapsed(day) >= PART);
    }
}
