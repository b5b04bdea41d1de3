package org.offtake.patterns.backtest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.offtake.patterns.detect.Fit;
import org.offtake.patterns.detect.Kind;
import org.offtake.patterns.detect.OrderDay;

/**
 * Orders with labelled deviations. Year one teaches, year two is scored.
 *
 * @param customers by id, in the order of their ids
 * @param deviations by customer
 * @param excluded customers who left before scoring began
 * @param period which days teach and which are scored
 */
public record LabelledSet(
        Map<String, Customer> customers, Map<String, Deviation> deviations, Set<String> excluded, Period period) {

    /**
     * @param firstDay epoch day of the first order
     * @param scoredFrom epoch day from which alarms count; what came before teaches
     * @param lastDay epoch day of the last order
     * @param horizon days after its onset within which a deviation is to be found
     */
    public record Period(int firstDay, int scoredFrom, int lastDay, int horizon) {
        private static final int YEAR = 365;
        private static final int HORIZON = 180;

        public Period {
            if (scoredFrom <= firstDay || lastDay < scoredFrom || horizon < 1) {
                throw new IllegalArgumentException("nothing is left to score: orders from day " + firstDay + " to "
                        + lastDay + ", scored from " + scoredFrom);
            }
        }

        /** Year one teaches, what follows is scored. */
        static Period of(int firstDay, int lastDay) {
            return new Period(firstDay, firstDay + YEAR, lastDay, HORIZON);
        }
    }

    /**
     * @param value what was ordered in the days that teach, a year's worth, in the currency of the prices
     * @param segment customers of one segment have a season in common
     * @param orders by day, each day once
     */
    public record Customer(String id, String segment, String accountManager, double value, List<OrderDay> orders) {}

    /**
     * @param onset epoch day
     * @param kind as the labels name it
     */
    public record Deviation(String customer, String kind, int onset, Kind.Direction direction) {}

    /** Deviations of which no scored day lies within the horizon: nothing can find them, and they count as not found. */
    public List<Deviation> outOfReach() {
        return deviations.values().stream()
                .filter(it -> it.onset() > lastDay() || it.onset() + period.horizon() <= scoredFrom())
                .toList();
    }

    /** How many order days there are of all customers together. */
    public int orderDays() {
        return customers.values().stream()
                .mapToInt(customer -> customer.orders().size())
                .sum();
    }

    /** What the orders before the scored days teach. */
    public Fit fit() {
        List<Fit.Taught> taught = customers.values().stream()
                .map(customer -> new Fit.Taught(customer.segment(), customer.orders()))
                .toList();
        return Fit.before(firstDay(), scoredFrom(), taught);
    }

    /** Epoch day of the first order. */
    public int firstDay() {
        return period.firstDay();
    }

    /** Epoch day from which alarms count. */
    public int scoredFrom() {
        return period.scoredFrom();
    }

    /** Epoch day of the last order. */
    public int lastDay() {
        return period.lastDay();
    }
}
