package org.offtake.patterns.contract.price;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An order line.
 *
 * @param contractNo the contract it refers to, if it does
 * @param quantity in units of the contract; negative for a return
 * @param netPrice per unit, after discount
 * @param listPrice per unit, where there is one
 * @param unitCost per unit, where it is known
 */
public record SoldLine(
        String lineId,
        String customerId,
        String productId,
        LocalDate orderDate,
        Optional<String> contractNo,
        double quantity,
        double netPrice,
        OptionalDouble listPrice,
        OptionalDouble unitCost) {
    double amount() {
        return quantity * netPrice;
    }
}
