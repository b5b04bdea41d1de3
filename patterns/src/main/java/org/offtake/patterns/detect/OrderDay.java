package org.offtake.patterns.detect;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a customer ordered on one day.
 *
 * @param day epoch day
 * @param quantities by product group, only those above 0, in the order of their names; empty where all was sent back
 */
public record OrderDay(int day, Map<String, Double> quantities) {
    public OrderDay {
        quantities = Collections.unmodifiableMap(new TreeMap<>(quantities));
        quantities.forEach((group, quantity) -> {
            if (!(quantity > 0) || quantity.isInfinite()) {
                throw new IllegalArgumentException("on day " + day + " " + quantity + " of " + group
                        + " was ordered: leave out what is not above 0");
            }
        });
    }
}
