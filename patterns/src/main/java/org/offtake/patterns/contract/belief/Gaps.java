package org.offtake.patterns.contract.belief;

import java.util.List;
import java.util.stream.IntStream;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Taken;

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

    /** Between orders by day, the earliest first. */
    public static Gaps between(List<Taken> orders, OperationalTime time) {
        return of(IntStream.range(1, orders.size())
                .mapToObj(it ->
                        time.between(orders.get(it - 1).date(), orders.get(it).date()))
                .toList());
    }

    static double positive(double gap) {
        return Math.max(SHORTEST, gap);
    }
}
