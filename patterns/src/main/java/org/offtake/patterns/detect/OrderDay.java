package org.offtake.patterns.detect;

import java.util.Map;

/**
 * All that a customer ordered on one day.
 *
 * @param day epoch day
 * @param quantities by product group, only those above 0; empty where all was sent back
 */
public record OrderDay(int day, Map<String, Double> quantities) {
    public OrderDay {
        quantities = Map.copyOf(quantities);
        quantities.forEach((group, quantity) -> {
            if (!(quantity > 0) || quantity.isInfinite()) {
                throw new IllegalArgumentException("on day " + day + " " + quantity + " of " + group
                        + " was ordered: leave out what is not above 0");
            }
        });
    }
}
