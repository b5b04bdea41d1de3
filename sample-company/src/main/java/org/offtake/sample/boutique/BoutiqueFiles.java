package org.offtake.sample.boutique;

import org.offtake.sample.drop.Table;

/** The workbooks of the boutiques. */
final class BoutiqueFiles {
    private static final String FULL =
            "Full snapshot as of its day: on the first day of the sample and on the first of every month; what is absent is"
                    + " deleted.";
    private static final String ONCE = "Delta. Sent once.";

    static final Table CLIENTS = Table.of(
            "clients", "Delta. All known clients on the first day, and a client again on a change of tier.", """
            Client Code|key|Client
            Client Name|text, personal|Name
            Tier|code|REGULAR or VIP; it changes over time
            Country|country|ISO 3166 code
            Last Changed|wall time|Updated-at
            """);

    static final Table PRODUCTS = Table.snapshot("products", FULL, """
            Item Code|key|Article
            Item Name|text|Name
            Category|code|Product group
            Unit|code|pc
            VAT %|percent|VAT rate
            Retail Price|price in EUR|Price a unit, before VAT
            Cost Price|price in EUR|Cost a unit
            Last Changed|wall time|Updated-at
            """);

    static final Table BOUTIQUES = Table.snapshot("boutiques", FULL, """
            Boutique Code|key|Location
            Boutique Name|text|Name
            Type|code|BOUTIQUE
            Last Changed|wall time|Updated-at
            """);

    static final Table STAFF = Table.snapshot("staff", FULL, """
            Staff Code|key|Employee
            Staff Name|text, personal|Name
            Role|code|SALES_ASSOCIATE
            Boutique Code|id of boutiques|Where the employee works
            Last Changed|wall time|Updated-at
            """);

    static final Table SALES = Table.of("sales", ONCE, """
            Sale No|key|Sale at the register
            Sale Type|code|POS_SALE or RETURN
            Boutique Code|id of boutiques|Where it was sold
            Staff Code|id of staff|Who sold it
            Client Code|id of clients, optional|Empty for a walk-in customer: about two in three
            Original Sale No|id of sales, optional|Sale that a return takes back
            Sold At|wall time|When; its date is the order day, delivery day and invoice day
            Currency|currency|EUR
            Net Amount|money in Currency|Sum of the lines, before VAT; negative on a return
            VAT Amount|money in Currency|VAT, rounded to the cent on each line
            Gross Amount|money in Currency|Both together
            Last Changed|wall time|Updated-at
            """);

    static final Table SALE_LINES = Table.of("sale_lines", ONCE, """
            Sale No|key of sales|Sale
            Line No|key|Line number, from 1
            Item Code|id of products|Article
            Quantity|quantity in pc|Sold and taken away; negative on a return
            Unit Price|price in EUR|A unit, before VAT and discount
            Discount %|percent|Discount off Unit Price
            Net Amount|money in EUR|Quantity x Unit Price x (1 - Discount %), rounded half up to the cent
            VAT %|percent|VAT rate
            Unit Cost|price in EUR|Cost a unit
            Last Changed|wall time|Updated-at
            """);

    static final Table RECEIPTS = Table.of("receipts", ONCE + " One for every sale.", """
            Receipt No|key|Receipt
            Receipt Type|code|RECEIPT, or CREDIT_NOTE for a return
            Corrects Receipt No|id of receipts, optional|Receipt that a credit note corrects
            Sale No|id of sales|Sale
            Boutique Code|id of boutiques|Where
            Client Code|id of clients, optional|Client
            Receipt Date|date|Local date
            Currency|currency|EUR
            Net Amount|money in Currency|Sum of the lines, before VAT
            VAT Amount|money in Currency|VAT, rounded to the cent on each line
            Gross Amount|money in Currency|Both together; paid at once
            Last Changed|wall time|Updated-at
            """);

    static final Table RECEIPT_LINES = Table.of("receipt_lines", ONCE, """
            Receipt No|key of receipts|Receipt
            Line No|key|Line number, from 1; also the line of the sale
            Sale No|id of sales|Sale
            Item Code|id of products|Article
            Quantity|quantity in pc|Negative on a credit note
            Unit Price|price in EUR|A unit, before VAT and discount
            Discount %|percent|Discount off Unit Price
            Net Amount|money in EUR|As on the sale
            VAT %|percent|VAT rate
            Cost Amount|money in EUR|Cost of the line; negative on a credit note
            Last Changed|wall time|Updated-at
            """);

    static final Table MOVEMENTS = Table.of("stock_movements", ONCE, """
            Movement No|key|Movement
            Movement Type|code|OPENING, PURCHASE_RECEIPT, SALE, SALE_RETURN, TRANSFER_OUT (from one boutique to the other), ADJUSTMENT
            Item Code|id of products|Article
            From Location|id of boutiques, optional|Where it left
            To Location|id of boutiques, optional|Where it came in
            Quantity|quantity in pc|Moved; never negative
            Unit Cost|price in EUR|Cost a unit
            Occurred At|wall time|When; its date is the posting date
            Document No|id of sales or stock_counts, optional|Sale, or count session of an adjustment
            Line No|number, optional|Line of that document
            Last Changed|wall time|Updated-at
            """);

    static final Table COUNTS = Table.of(
            "stock_counts", ONCE + " Every boutique counts eight articles on Monday morning, before it opens.", """
            Count Session|key|Session: boutique and day
            Line No|key|Line number, from 1
            Count Type|code|COUNT_CYCLE
            Boutique Code|id of boutiques|Where
            Item Code|id of products|Article
            Expected Quantity|quantity in pc|On hand according to the books
            Counted Quantity|quantity in pc|On the shelf; a difference is booked as ADJUSTMENT at once
            Unit Cost|price in EUR|Cost a unit
            Counted At|wall time|When
            Last Changed|wall time|Updated-at
            """);

    static final Table REPAIRS = Table.of(
            "repairs",
            "Delta. Sent when received, when ready and when collected; the latest `Last Changed` counts.",
            """
            Repair No|key|Repair
            Ticket Type|code|REPAIR_CLIENT
            Boutique Code|id of boutiques|Where it was brought in
            Staff Code|id of staff|Who took it in
            Client Code|id of clients|Client
            Item Code|id of products|Article
            Warranty|code|IN or OUT
            Status|code|RECEIVED, READY, COLLECTED
            Received At|wall time|When it was brought in
            Promised Date|date|Day promised
            Ready At|wall time, optional|When it was ready
            Collected At|wall time, optional|When it was collected
            Repair Price|money in EUR, optional|Quoted, before VAT; empty within warranty
            Last Changed|wall time|Updated-at of this state
            """);

    private BoutiqueFiles() {}
}
