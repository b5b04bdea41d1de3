package org.offtake.patterns.contract.price;

import java.util.Optional;

/**
 * Something about one order line.
 *
 * @param contractNo of the contract that holds for it, if one does
 * @param rightPrice it is held against
 * @param amount net amount of the line
 * @param difference quantity times (net price minus right price): positive when the customer pays too much
 */
public record Finding(
        String lineId, Kind kind, Optional<String> contractNo, double rightPrice, double amount, double difference) {
    public enum Kind {
        /** A contract holds for the product, and the line does not refer to it (D03, K19). */
        PAST_THE_CONTRACT,
        /** The net price is not that of the contract (D03, D08, K19). */
        OFF_CONTRACT_PRICE,
        /** No contract holds, and the discount off the list is beyond the tolerance (D08). */
        BELOW_LIST,
        /** The net price leaves less than the lowest margin (D08). */
        BELOW_MARGIN
    }
}
