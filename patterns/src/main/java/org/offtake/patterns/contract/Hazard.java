package org.offtake.patterns.contract;

/**
 * A change that may come, on any day as likely as on another.
 *
 * @param perYear how many come to one customer in an operational year
 * @param rate what it leaves of the number of orders
 * @param size what it leaves of the size of an order
 */
public record Hazard(double perYear, double rate, double size) {
    public Hazard {
        if (!(perYear >= 0 && perYear < Double.POSITIVE_INFINITY) || !(rate >= 0) || !(size >= 0)) {
            throw new IllegalArgumentException("a hazard of " + perYear + " a year, rate " + rate + ", size " + size);
        }
    }

    double left() {
        return rate * size;
    }
}
