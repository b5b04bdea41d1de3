package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.drop.Table;
import org.offtake.sample.drop.Version;

/** What the invoicing system sends: headers and lines of invoices and credit notes. */
final class InvoiceFiles {
    static final Table INVOICES = Table.of(
            "invoices",
            "Delta. Sent when issued, and the header again when paid; the latest `Gewijzigd op` counts.",
            """
            Factuurnr|key|Number of the document
            Soort|code|INVOICE or CREDIT_NOTE
            Corrigeert|id of invoices, optional|Invoice that a credit note corrects
            Reden|code, optional|Why it is credited: DAMAGED, WRONG_ITEM, PRICE, RETURN
            Klantnr|id of parties|Customer
            Ordernummer|id of orders|Order that is invoiced
            Contractnr|id of contracts, optional|Contract of the order
            Verkoper|id of employees|Salesperson on the order day
            Magazijn|id of locations|Warehouse that delivered
            Factuurdatum|date|Local date of issue
            Vervaldatum|date|Thirty days later
            Valuta|currency|EUR
            Bedrag excl. btw|money in Valuta|Sum of the lines; negative on a credit note
            Btw-bedrag|money in Valuta|Sum over the lines of VAT rounded to the cent on each line
            Bedrag incl. btw|money in Valuta|Both together
            Openstaand|money in Valuta|Not yet paid, VAT included
            Status|code|SENT or PAID
            Gewijzigd op|instant with offset|Updated-at of this state
            """);

    static final Table LINES = Table.of("invoice_lines", "Delta. Sent once, with the header at issue.", """
            Factuurnr|key of invoices|Number of the document
            Regel|key|Line number, from 1
            Artikel|id of products|Article
            Omschrijving|text|Description
            Aantal|quantity in Eenheid|Invoiced; negative on a credit note
            Eenheid|code|Base unit of the article
            Prijs|price in EUR|A unit, before discount
            Korting %|percent|Discount off Prijs
            Bedrag excl. btw|money in EUR|Aantal x Prijs x (1 - Korting %), rounded half up to the cent
            Btw-code|code|H (21 %), L (9 %), ICP (0 %)
            Btw %|percent|VAT rate
            Kostprijs|money in EUR|Cost of the line: units x cost a unit; negative on a credit note
            Ordernummer|id of orders|Order
            Orderregel|id of order_lines|Line of that order
            Gewijzigd op|instant with offset|Updated-at
            """);

    /** So many units of an order line on a document; negative on a credit note. */
    record Part(Order.Line line, int units) {}

    /**
     * An invoice or a credit note.
     *
     * @param corrects the invoice a credit note corrects; empty text on an invoice
     */
    record Invoice(
            String number,
            String type,
            String corrects,
            String reason,
            Order order,
            LocalDate issued,
            List<Part> parts) {
        BigDecimal net() {
            return parts.stream().map(it -> it.line().net(it.units())).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal vat() {
            return parts.stream()
                    .map(it -> it.line().vat(it.line().net(it.units())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private InvoiceFiles() {}

    static Version issued(Invoice invoice, OffsetDateTime updatedAt) {
        List<Version.Draft> drafts = new ArrayList<>();
        drafts.add(new Version.Draft(INVOICES, header(invoice, "SENT", updatedAt)));
        for (Part part : invoice.parts()) {
            drafts.add(new Version.Draft(LINES, line(invoice, part, drafts.size(), updatedAt)));
        }
        return new Version(invoice.issued(), drafts);
    }

    static Version paid(Invoice invoice, LocalDate day, OffsetDateTime updatedAt) {
        return Version.of(day, INVOICES, header(invoice, "PAID", updatedAt));
    }

    private static List<Object> header(Invoice invoice, String status, OffsetDateTime updatedAt) {
        Order order = invoice.order();
        BigDecimal gross = invoice.net().add(invoice.vat());
        return List.of(
                invoice.number(),
                invoice.type(),
                invoice.corrects(),
                invoice.reason(),
                order.customerCode(),
                order.number(),
                order.contract(),
                order.rep(),
                order.customer().warehouse(),
                invoice.issued(),
                invoice.issued().plusDays(30),
                "EUR",
                invoice.net(),
                invoice.vat(),
                gross,
                status.equals("PAID") ? BigDecimal.ZERO.setScale(2) : gross,
                status,
                updatedAt);
    }

    private static List<Object> line(Invoice invoice, Part part, int number, OffsetDateTime updatedAt) {
        Order.Line line = part.line();
        return List.of(
                invoice.number(),
                number,
                line.product().sku(),
                line.product().name(),
                part.units(),
                line.product().unit(),
                line.price(),
                line.discountPercent(),
                line.net(part.units()),
                line.vatCode(),
                line.vatPercent(),
                line.cost().multiply(BigDecimal.valueOf(part.units())),
                invoice.order().number(),
                line.number(),
                updatedAt);
    }
}
