package org.offtake.patterns.backtest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.offtake.patterns.detect.Kind;
import org.offtake.patterns.detect.OrderDay;

/**
 * Orders with labelled deviations. Year one teaches, year two is scored.
 *
 * @param customers by id, in the order of their ids
 * @param deviations by customer
 * @param excluded customers who left before scoring began
 * @param firstDay epoch day of the first order
 * @param lastDay epoch day of the last order
 */
public record LabelledSet(
        Map<String, Customer> customers,
        Map<String, Deviation> deviations,
        Set<String> excluded,
        int firstDay,
        int lastDay) {
    private static final int YEAR = 365;

    /**
     * @param segment customers of one segment have a season in common
     * @param orders by day, each day once
     */
    public record Customer(String id, String segment, String accountManager, List<OrderDay> orders) {}

    /**
     * @param onset epoch day
     * @param kind as the labels name it
     */
    public record Deviation(String customer, String kind, int onset, Kind.Direction direction) {}

    /** The first day that is scored. */
    public int scoredFrom() {
        return firstDay + YEAR;
    }
}
