package org.offtake.patterns.rhythm;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * When a customer closed before, and so how likely it is that the gap now open holds a closure.
 *
 * @param since epoch day from which the customer is known
 * @param last epoch day in the middle of when the last closure began, or {@link #NEVER}
 */
record ClosureMemory(int since, int last) {
    static final int NEVER = Integer.MIN_VALUE;
    private static final int YEAR = 365;
    /** Nobody closes twice within these days. */
    private static final int REST = 240;

    private static final double UNUSUAL = 0.3;

    static ClosureMemory from(int day) {
        return new ClosureMemory(day, NEVER);
    }

    ClosureMemory closedIn(int from, int to) {
        return new ClosureMemory(since, from + Math.max(0, to - from) / 4);
    }

    /** The last day from {@code to} on until which {@link #chance} of a gap that has not ended grows and never falls. */
    int growsUntil(int to) {
        return last == NEVER && to - since <= YEAR ? since + YEAR : Integer.MAX_VALUE;
    }

    /** The probability that a closure begins within {@code (from, to]}. */
    double chance(ClosurePrior prior, int from, int to) {
        if (last == NEVER) {
            double known = to - since > YEAR ? UNUSUAL : 1;
            return known * prior.chance(from, to);
        }
        if (from - last < REST) {
            return 0;
        }
        int years = Math.max(1, Math.round((from - last) / (float) YEAR));
        NormalDistribution begin = NormalDistribution.of(last + (double) years * YEAR, prior.shift());
        double again = prior.returns() * (begin.cumulativeProbability(to) - begin.cumulativeProbability(from));
        return Math.min(0.95, again + (1 - prior.returns()) * prior.chance(from, to));
    }
}
