package org.offtake.sample.webshop;

import org.offtake.sample.drop.Table;

/** The files of the web shop. */
final class ShopFiles {
    private static final String ORDER =
            "Delta. An order is sent whole, header and lines, when it is paid and again when it is shipped or cancelled; the"
                    + " latest `updatedAt` counts.";

    static final Table PARTIES =
            Table.of("parties", "Delta. A consumer is sent on the day of the first order, and again on a move.", """
            customerId|key|Consumer
            name|text, personal|Name
            postcode|text, personal|Dutch postcode, `9999 AA`
            city|text|Town
            country|country|ISO 3166 code
            newsletter|flag|True when the consumer agreed to mail
            updatedAt|instant UTC|Updated-at: the order that made the shop send it
            """);

    static final Table PRODUCTS = Table.of("products", "Delta. All on the first day; never changed after.", """
            sku|key|Article
            title|text|Title
            category|code|Product group
            unit|code|st
            vatRate|percent|VAT rate
            listPrice|price in EUR|List price, before VAT
            cost|price in EUR|Cost a unit
            updatedAt|instant UTC|Updated-at
            """);

    static final Table ORDERS = Table.of("orders", ORDER, """
            orderId|key|Order
            orderType|code|DEAL
            channel|code|WEB
            customerId|id of parties|Consumer
            dealId|code|Deal of the day: `D`, the day, and 1 to 3
            receivedAt|instant UTC|When it was placed and paid; its date in Europe/Amsterdam is the order day
            promisedDate|date|Day promised, local
            shippedAt|instant UTC, optional|When it left the warehouse
            deliveredDate|date, optional|Day of delivery, local
            cancelledAt|instant UTC, optional|When it was cancelled
            status|code|CONFIRMED, SHIPPED, CANCELLED
            currency|currency|EUR
            netAmount|money in currency|Sum of the lines, before VAT; zero when cancelled
            vatAmount|money in currency|VAT, rounded to the cent on each line
            grossAmount|money in currency|Both together
            updatedAt|instant UTC|Updated-at of this state
            """);

    static final Table LINES = Table.of("order_lines", ORDER, """
            orderId|key of orders|Order
            lineNo|key|Line number, from 1
            sku|id of products|Article
            quantity|quantity in st|Ordered
            quantityDelivered|quantity in st|Delivered so far
            quantityInvoiced|quantity in st|Invoiced: all, at once
            quantityCancelled|quantity in st|Cancelled
            unitPrice|price in EUR|Deal price a unit, before VAT
            listPrice|price in EUR|List price a unit, before VAT
            discountPct|percent|Zero: the deal price already holds it
            netAmount|money in EUR|(quantity - quantityCancelled) x unitPrice
            vatRate|percent|VAT rate
            unitCost|price in EUR|Cost a unit
            updatedAt|instant UTC|Updated-at of this state
            """);

    static final Table INVOICES = Table.of("invoices", "Delta. Sent once; everything is paid at the order.", """
            invoiceId|key|Invoice or credit note
            invoiceType|code|INVOICE or CREDIT_NOTE
            correctsInvoiceId|id of invoices, optional|Invoice that a credit note corrects
            reason|code, optional|CANCELLED, RETURN, DAMAGED
            customerId|id of parties|Consumer
            orderId|id of orders|Order
            dealId|code|Deal
            issueDate|date|Local date of issue
            currency|currency|EUR
            netAmount|money in currency|Sum of the lines; negative on a credit note
            vatAmount|money in currency|VAT, rounded to the cent on each line
            grossAmount|money in currency|Both together
            openAmount|money in currency|Zero: paid at the order
            status|code|PAID
            updatedAt|instant UTC|Updated-at
            """);

    static final Table INVOICE_LINES = Table.of("invoice_lines", "Delta. Sent once, with the header.", """
            invoiceId|key of invoices|Invoice or credit note
            lineNo|key|Line number, from 1
            sku|id of products|Article
            quantity|quantity in st|Invoiced; negative on a credit note
            unitPrice|price in EUR|A unit, before VAT
            netAmount|money in EUR|quantity x unitPrice
            vatRate|percent|VAT rate
            costAmount|money in EUR|Cost of the line; negative on a credit note
            orderId|id of orders|Order
            orderLineNo|id of order_lines|Line of that order
            updatedAt|instant UTC|Updated-at
            """);

    static final Table TICKETS =
            Table.of("tickets", "Delta. Sent when opened and again when solved; the latest `updatedAt` counts.", """
            ticketId|key|Ticket
            ticketType|code|COMPLAINT or QUESTION
            channel|code|CHAT, EMAIL, PHONE
            customerId|id of parties|Consumer
            orderId|id of orders|Order
            dealId|code|Deal
            sku|id of products|Article
            reason|code, optional|LATE, DAMAGED, NOT_AS_DESCRIBED; complaints only
            status|code|OPEN or SOLVED
            createdAt|instant UTC|When it was opened
            firstReplyAt|instant UTC, optional|First reply
            solvedAt|instant UTC, optional|When it was solved
            csatScore|score 1-5, optional|How the consumer rates it
            updatedAt|instant UTC|Updated-at of this state
            """);

    static final Table MOVEMENTS = Table.of("stock_movements", "Delta. Sent once.", """
            movementId|key|Movement
            movementType|code|PURCHASE_RECEIPT (a batch for each deal on its morning), SHIPMENT_OUT
            sku|id of products|Article
            fromLocation|code, optional|WEB, when it leaves
            toLocation|code, optional|WEB, when it comes in
            quantity|quantity in st|Moved; never negative
            unitCost|price in EUR|Cost a unit
            occurredAt|instant UTC|When it happened; its local date is the posting date
            orderId|id of orders, optional|Order that was shipped
            lineNo|id of order_lines, optional|Line of that order
            updatedAt|instant UTC|Updated-at
            """);

    private ShopFiles() {}
}
