package org.offtake.patterns.contract;

/**
 * A change that may already have happened.
 *
 * @param probability that it has
 * @param rate what is left of the number of orders: nought after a stop, one when it is about something else
 * @param size what is left of the size of an order
 */
public record Change(double probability, double rate, double size) {
    public Change {
        if (!(probability >= 0 && probability <= 1) || !(rate >= 0) || !(size >= 0)) {
            throw new IllegalArgumentException(
                    "a change with probability " + probability + ", rate " + rate + " and size " + size);
        }
    }
}
