package org.offtake.patterns.btyd;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Customers whose parameters are fitted together; equal histories are one row. The rows are in the order of their
 * histories, so that sums do not depend on the order in which the customers came.
 */
public record Cohort(List<Row> rows) {

    /**
     * Customers with the same history.
     *
     * @param history what they have in common
     * @param customers how many they are
     */
    public record Row(PurchaseHistory history, long customers) {
        public Row {
            if (customers < 1) {
                throw new IllegalArgumentException("a row of " + customers + " customers; it must have one or more");
            }
        }
    }

    public Cohort {
        rows = rowsOf(rows);
    }

    public static Cohort of(Collection<PurchaseHistory> customers) {
        return new Cohort(customers.stream().map(history -> new Row(history, 1)).toList());
    }

    public long customers() {
        return rows.stream().mapToLong(Row::customers).sum();
    }

    /** Customers with at least one repeat purchase. */
    public long repeaters() {
        return rows.stream()
                .filter(row -> row.history().repeats() > 0)
                .mapToLong(Row::customers)
                .sum();
    }

    /** Sum over the customers. */
    public double sum(ToDoubleFunction<PurchaseHistory> ofOne) {
        return sum(repeats -> 0, ofOne);
    }

    /** Sum over the customers of two terms, the first of which is worked out once per number of repeats. */
    double sum(DoubleUnaryOperator ofRepeats, ToDoubleFunction<PurchaseHistory> ofOne) {
        double sum = 0;
        long repeats = -1;
        double common = 0;
        for (Row row : rows) {
            if (row.history().repeats() != repeats) {
                repeats = row.history().repeats();
                common = ofRepeats.applyAsDouble((double) repeats);
            }
            sum += row.customers() * (common + ofOne.applyAsDouble(row.history()));
        }
        return sum;
    }

    private static List<Row> rowsOf(List<Row> rows) {
        Map<PurchaseHistory, Long> customers = new TreeMap<>();
        rows.forEach(row -> customers.merge(row.history(), row.customers(), Math::addExact));
        return customers.entrySet().stream()
                .map(row -> new Row(row.getKey(), row.getValue()))
                .toList();
    }
}
