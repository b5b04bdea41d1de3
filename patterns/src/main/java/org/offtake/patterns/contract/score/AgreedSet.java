package org.offtake.patterns.contract.score;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Taken;

/**
 * Purchases and what was agreed on them.
 *
 * @param orders one per order day, ascending by date, by customer
 * @param segments by customer
 * @param left customers who had left before scoring
 */
public record AgreedSet(
        Map<String, List<Taken>> orders, Map<String, String> segments, List<Contract> contracts, Set<String> left) {

    List<Taken> ordersOf(Contract contract) {
        return orders.getOrDefault(contract.customerId(), List.of());
    }

    List<Taken> ordersBefore(Contract contract) {
        return ordersOf(contract).stream()
                .filter(it -> it.date().isBefore(contract.startDate()))
                .toList();
    }
}
