package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.drop.Table;
import org.offtake.sample.drop.Version;

/** What the order system sends: headers and lines. */
final class OrderFiles {
    private static final String DELIVERY =
            "Delta. An order is sent whole, header and lines, when it is taken in and again at every change; the latest"
                    + " `Gewijzigd op` counts.";

    static final Table ORDERS = Table.of("orders", DELIVERY, """
            Ordernummer|key|Number of the order
            Ordertype|code|STANDARD, or CALL_OFF when a line calls off a contract
            Kanaal|code|sale channel: EDI, EMAIL, PHONE, WEB, B2B_DESK
            Klantnr|id of parties|Customer; the surviving number after a merge
            Klantreferentie|text, optional|Purchase order number of the customer; missing on orders by phone
            Offertenr|id of quotes, optional|Quote this order accepts
            Contractnr|id of contracts, optional|Contract of the first line that has one
            Verkoper|id of employees|Salesperson who answers for the customer on the order day
            Magazijn|id of locations|Warehouse that delivers
            Ontvangen op|instant with offset|When the customer's order came in
            Ingevoerd op|instant with offset|When it was entered; its local date is the order day
            Bevestigd op|instant with offset|When it was confirmed
            Gewenste datum|date|Day the customer asked for
            Toegezegde datum|date|Day first promised; it never changes
            Geleverd op|date, optional|Day of delivery
            Geannuleerd op|instant with offset, optional|When it was cancelled
            Reden annulering|code, optional|CUSTOMER or NO_STOCK
            Status|code|CONFIRMED, DELIVERED, INVOICED, CANCELLED
            Valuta|currency|EUR
            Bedrag excl. btw|money in Valuta|Sum of the lines; zero when cancelled
            Btw-bedrag|money in Valuta|Sum over the lines of VAT rounded to the cent on each line
            Bedrag incl. btw|money in Valuta|Both together
            Gewijzigd op|instant with offset|Updated-at of this state
            """);

    static final Table LINES = Table.of("order_lines", DELIVERY, """
            Ordernummer|key of orders|Number of the order
            Regel|key|Line number, from 1
            Artikel|id of products|Article; a leading zero belongs to it
            Omschrijving|text|Description
            Aantal|quantity in Eenheid|Ordered; it never changes
            Eenheid|code|Base unit of the article
            Aantal geleverd|quantity in Eenheid|Delivered so far
            Aantal gefactureerd|quantity in Eenheid|Invoiced so far
            Aantal geannuleerd|quantity in Eenheid|Cancelled: the whole order, or what was short at delivery
            Prijs|price in EUR|A unit, before discount; the contract price on a line of a contract that names the article
            Lijstprijs|price in EUR|List price of the order year
            Korting %|percent|Discount off Prijs
            Bedrag excl. btw|money in EUR|(Aantal - Aantal geannuleerd) x Prijs x (1 - Korting %), rounded half up to the cent
            Btw-code|code|H (21 %), L (9 %), ICP (0 %, reverse charge within the EU)
            Btw %|percent|VAT rate
            Kostprijs|price in EUR|Cost a unit at the order
            Contractnr|id of contracts, optional|Contract called off; about 5 % of the covered lines lack it (leakage)
            Contractregel|id of contract_lines, optional|Line of that contract
            Offertenr|id of quotes, optional|Quote accepted
            Offerteregel|id of quote_lines, optional|Line of that quote
            Toegezegde datum|date|Day first promised
            Geleverd op|date, optional|Day of delivery
            Gewijzigd op|instant with offset|Updated-at of this state
            """);

    /** How many units of a line are where. */
    record Units(int delivered, int invoiced, int cancelled) {}

    /**
     * The order as it stands.
     *
     * @param deliveredOn empty text until it is delivered
     * @param cancelledAt empty text unless it is cancelled
     * @param units one for each line, in order
     */
    record State(
            String status,
            Object deliveredOn,
            Object cancelledAt,
            String cancelReason,
            List<Units> units,
            OffsetDateTime updatedAt) {}

    private OrderFiles() {}

    static Version version(Order order, LocalDate day, State state) {
        List<Version.Draft> drafts = new ArrayList<>();
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal vat = BigDecimal.ZERO;
        for (Order.Line line : order.lines()) {
            Units units = state.units().get(line.number() - 1);
            BigDecimal lineNet = line.net(line.quantity() - units.cancelled());
            net = net.add(lineNet);
            vat = vat.add(line.vat(lineNet));
            drafts.add(new Version.Draft(LINES, line(order, line, units, lineNet, state)));
        }
        drafts.add(0, new Version.Draft(ORDERS, header(order, state, net, vat)));
        return new Version(day, drafts);
    }

    private static List<Object> header(Order order, State state, BigDecimal net, BigDecimal vat) {
        return List.of(
                order.number(),
                order.contract().isEmpty() ? "STANDARD" : "CALL_OFF",
                order.channel(),
                order.customerCode(),
                order.channel().equals("PHONE") ? "" : "PO-" + order.number().substring(2),
                order.quote(),
                order.contract(),
                order.rep(),
                order.customer().warehouse(),
                order.received(),
                order.entered(),
                order.confirmed(),
                order.requested(),
                order.promised(),
                state.deliveredOn(),
                state.cancelledAt(),
                state.cancelReason(),
                state.status(),
                "EUR",
                net,
                vat,
                net.add(vat),
                state.updatedAt());
    }

    private static List<Object> line(Order order, Order.Line line, Units units, BigDecimal net, State state) {
        return List.of(
                order.number(),
                line.number(),
                line.product().sku(),
                line.product().name(),
                line.quantity(),
                line.product().unit(),
                units.delivered(),
                units.invoiced(),
                units.cancelled(),
                line.price(),
                line.listPrice(),
                line.discountPercent(),
                net,
                line.vatCode(),
                line.vatPercent(),
                line.cost(),
                line.contract(),
                line.contractLine(),
                order.quote(),
                order.quote().isEmpty() ? "" : line.number(),
                order.promised(),
                state.deliveredOn(),
                state.updatedAt());
    }
}
