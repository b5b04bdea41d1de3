package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An order as it was placed.
 *
 * @param day the working day on which it was taken in
 * @param quote the quote it accepts; empty text when there is none
 */
record Order(
        String number,
        Customer customer,
        LocalDate day,
        OffsetDateTime received,
        OffsetDateTime entered,
        OffsetDateTime confirmed,
        LocalDate requested,
        LocalDate promised,
        String channel,
        String quote,
        List<Line> lines) {

    /**
     * A line as it was placed.
     *
     * @param price EUR a unit before discount
     * @param contract number and line of the contract it calls off; empty text when there is none
     */
    record Line(
            int number,
            Product product,
            int quantity,
            BigDecimal price,
            BigDecimal listPrice,
            int discountPercent,
            String contract,
            Object contractLine,
            BigDecimal cost,
            int vatPercent) {

        /** EUR before VAT for that many units, rounded half up to the cent. */
        BigDecimal net(int units) {
            return price.multiply(BigDecimal.valueOf((long) units * (100 - discountPercent)))
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        }

        /** EUR of VAT on a net amount, rounded half up to the cent on the line. */
        BigDecimal vat(BigDecimal net) {
            return net.multiply(BigDecimal.valueOf(vatPercent))
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        }

        String vatCode() {
            return switch (vatPercent) {
                case 21 -> "H";
                case 9 -> "L";
                default -> "ICP";
            };
        }
    }

    Order {
        lines = List.copyOf(lines);
    }

    /** The number of the customer on this order's documents. */
    String customerCode() {
        return customer.codeOn(day);
    }

    String rep() {
        return customer.repOn(day);
    }

    /** The contract of the first line that has one; empty text when none has. */
    String contract() {
        return lines.stream()
                .map(Line::contract)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }
}
