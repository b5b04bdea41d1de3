package org.offtake.patterns.detect;

import java.util.Map;

/**
 * What a customer ordered on one day, and for how much.
 *
 * @param amounts by product group, in one currency; a group without one counts for nought
 */
public record Purchase(OrderDay order, Map<String, Double> amounts) {
    public Purchase {
        amounts = Map.copyOf(amounts);
        amounts.forEach((group, amount) -> {
            if (amount.isNaN() || amount.isInfinite()) {
                throw new IllegalArgumentException(
                        "on day " + order.day() + " " + group + " was ordered for " + amount + ": tell an amount");
            }
        });
    }

    int day() {
        return order.day();
    }

    /** Of all groups, or of one. */
    double amount(String group) {
        return group.isEmpty()
                ? order.quantities().keySet().stream()
                        .mapToDouble(each -> amounts.getOrDefault(each, 0.0))
                        .sum()
                : amounts.getOrDefault(group, 0.0);
    }

    boolean holds(String group) {
        return group.isEmpty() || order.quantities().containsKey(group);
    }
}
