package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.chance.Numbers;
import org.offtake.sample.drop.Table;
import org.offtake.sample.drop.Version;

/** The stock of two warehouses, and the movements they send. */
final class StockRoom {
    static final List<String> WAREHOUSES = List.of("M01", "M02");

    static final Table MOVEMENTS =
            Table.of("stock_movements", "Delta. A movement is sent once and never changes.", """
            Mutatienr|key|Number of the movement
            Soort|code|OPENING, PURCHASE_RECEIPT, SHIPMENT_OUT
            Artikel|id of products|Article
            Van locatie|id of locations, optional|Where it left; empty for OPENING and PURCHASE_RECEIPT
            Naar locatie|id of locations, optional|Where it went; empty for SHIPMENT_OUT
            Aantal|quantity in the base unit|Moved; never negative
            Kostprijs|price in EUR|Cost a unit
            Waarde|money in EUR|Aantal x Kostprijs
            Geboekt op|date|Day of posting
            Gebeurd op|instant with offset|When it happened
            Documentnr|id of orders, optional|Order that was shipped
            Regel|id of order_lines, optional|Line of that order
            Gewijzigd op|instant with offset|Updated-at
            """);

    private final Numbers numbers;
    private final Map<String, Integer> onHand = new HashMap<>();
    private final int lot;

    /** {@code lot} is what is bought at a time, in units. */
    StockRoom(Numbers numbers, int lot) {
        this.numbers = numbers;
        this.lot = lot;
    }

    /** The stock with which the first day begins. */
    List<Version> opening(LocalDate day, List<Product> products) {
        List<Version> movements = new ArrayList<>();
        for (String warehouse : WAREHOUSES) {
            for (Product product : products) {
                onHand.put(warehouse + product.sku(), 2 * lot);
                movements.add(movement("OPENING", product, warehouse, 2 * lot, day, "", "", 6 * 3600));
            }
        }
        return movements;
    }

    /** Ships a line, and buys when that leaves less than a lot. */
    List<Version> shipped(Order order, Order.Line line, int units, LocalDate day) {
        String warehouse = order.customer().warehouse();
        Product product = line.product();
        int left = onHand.merge(warehouse + product.sku(), -units, Integer::sum);
        List<Version> movements = new ArrayList<>();
        if (left < lot) {
            int bought = lot * (1 + units / lot);
            onHand.merge(warehouse + product.sku(), bought, Integer::sum);
            movements.add(movement("PURCHASE_RECEIPT", product, warehouse, bought, day, "", "", 7 * 3600));
        }
        movements.add(
                movement("SHIPMENT_OUT", product, warehouse, units, day, order.number(), line.number(), 11 * 3600));
        return movements;
    }

    private Version movement(
            String type,
            Product product,
            String warehouse,
            int units,
            LocalDate day,
            String document,
            Object line,
            int second) {
        boolean out = type.equals("SHIPMENT_OUT");
        OffsetDateTime at = DutchCalendar.at(day, second);
        BigDecimal cost = product.cost(day.getYear());
        List<Object> values = List.of(
                numbers.next("VM", day),
                type,
                product.sku(),
                out ? warehouse : "",
                out ? "" : warehouse,
                units,
                cost,
                cost.multiply(BigDecimal.valueOf(units)),
                day,
                at,
                document,
                line,
                at);
        return Version.of(day, MOVEMENTS, values);
    }
}
