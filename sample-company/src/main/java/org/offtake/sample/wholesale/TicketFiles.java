package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.drop.Table;
import org.offtake.sample.drop.Version;

/** What the customer service desk sends: complaints and questions. */
final class TicketFiles {
    static final Table TICKETS = Table.of(
            "tickets", "Delta. Sent when opened and again when solved; the latest `Gewijzigd op` counts.", """
            Meldingsnr|key|Number of the ticket
            Soort|code|COMPLAINT or QUESTION
            Kanaal|code|PHONE or EMAIL
            Klantnr|id of parties|Customer
            Ordernummer|id of orders|Order it is about
            Factuurnr|id of invoices, optional|Invoice it is about; missing on one in ten, with the article
            Artikel|id of products, optional|Article it is about
            Reden|code, optional|DAMAGED, WRONG_ITEM, LATE, SHORT, PRICE; empty on a question and on 8 % of the complaints
            Prioriteit|code|NORMAL or HIGH
            Status|code|OPEN or SOLVED
            Verkoper|id of employees|Salesperson of the customer
            Verkoper ingelicht op|instant with offset, optional|When the salesperson was told; complaints only
            Aangemaakt op|instant with offset|When it was opened
            Eerste reactie op|instant with offset, optional|First reply
            Opgelost op|instant with offset, optional|When it was solved
            Cijfer|score 1-5, optional|How the customer rates it; about half answer
            Kosten|money in EUR, optional|What the complaint cost
            Gewijzigd op|instant with offset|Updated-at of this state
            """);

    private static final List<String> REASONS = List.of("DAMAGED", "WRONG_ITEM", "LATE", "SHORT", "PRICE");

    private TicketFiles() {}

    /** The two states of a ticket about a delivered order. */
    static List<Version> versions(
            Dice dice, String number, boolean complaint, Order order, String invoice, LocalDate opened) {
        OffsetDateTime created = DutchCalendar.at(opened, dice.between(9 * 3600, 13 * 3600));
        LocalDate solvedOn = DutchCalendar.workingDaysAfter(opened, dice.between(1, complaint ? 8 : 2));
        OffsetDateTime solved = DutchCalendar.at(solvedOn, dice.between(9 * 3600, 17 * 3600));
        Object reason = complaint && !dice.chance(0.08) ? dice.pick(REASONS) : "";
        Object told = complaint ? created.plusMinutes(dice.between(10, 240)) : "";
        Object replied = created.plusMinutes(dice.between(5, 180));
        Object score = dice.chance(0.5) ? dice.between(1, 5) : "";
        Object cost = complaint ? BigDecimal.valueOf(dice.between(500, 12_000), 2) : "";
        String channel = dice.pick(List.of("PHONE", "EMAIL"));
        String priority = dice.chance(0.2) ? "HIGH" : "NORMAL";
        boolean vague = dice.chance(0.1);
        String sku = vague ? "" : order.lines().get(0).product().sku();
        String about = vague ? "" : invoice;
        String type = complaint ? "COMPLAINT" : "QUESTION";
        List<Object> first = List.of(
                number,
                type,
                channel,
                order.customerCode(),
                order.number(),
                about,
                sku,
                reason,
                priority,
                "OPEN",
                order.rep(),
                told,
                created,
                "",
                "",
                "",
                "",
                created);
        List<Object> second = List.of(
                number,
                type,
                channel,
                order.customerCode(),
                order.number(),
                about,
                sku,
                reason,
                priority,
                "SOLVED",
                order.rep(),
                told,
                created,
                replied,
                solved,
                score,
                cost,
                solved);
        return List.of(Version.of(opened, TICKETS, first), Version.of(solvedOn, TICKETS, second));
    }
}
