package org.offtake.patterns.contract.price;

import java.time.LocalDate;

/** The price a contract fixes for a product, from one day to another, both included; per unit of the contract. */
public record AgreedPrice(
        String contractNo, String customerId, String productId, LocalDate startDate, LocalDate endDate, double price) {
    boolean covers(SoldLine line) {
        return customerId.equals(line.customerId())
                && productId.equals(line.productId())
                && !line.orderDate().isBefore(startDate)
                && !line.orderDate().isAfter(endDate);
    }
}
