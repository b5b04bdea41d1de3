package org.offtake.patterns.contract.belief;

import java.util.List;

/**
 * What the gaps of a customer come down to under a gamma distribution.
 *
 * @param count of the gaps
 * @param sum of the gaps, in operational days
 * @param sumOfLogs of their natural logarithms
 */
public record Gaps(int count, double sum, double sumOfLogs) {
    /** Shorter than this is this: two orders on days that count for nothing. */
    static final double SHORTEST = 0.25;

    public static Gaps of(List<Double> gaps) {
        return new Gaps(
                gaps.size(),
                gaps.stream().mapToDouble(Gaps::positive).sum(),
                gaps.stream().mapToDouble(it -> Math.log(positive(it))).sum());
    }

    static double positive(double gap) {
        return Math.max(SHORTEST, gap);
    }
}
