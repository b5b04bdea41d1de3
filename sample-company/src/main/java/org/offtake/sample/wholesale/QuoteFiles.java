package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.chance.Numbers;
import org.offtake.sample.drop.Agenda;
import org.offtake.sample.drop.Landing;
import org.offtake.sample.drop.Table;
import org.offtake.sample.drop.Version;

/** What the quotation system sends: every version of a quote, with its lines. */
final class QuoteFiles {
    private static final String DELIVERY =
            "Delta. A version is sent with its lines when it goes out; its header comes again when it is superseded or"
                    + " decided; the latest `Gewijzigd op` counts.";

    static final Table QUOTES = Table.of("quotes", DELIVERY, """
            Offertenr|key|Number of the quote, the same for all its versions
            Versie|key|Version, from 1
            Laatste versie|flag J/N|N once a later version went out
            Klantnr|id of parties|Customer
            Aangevraagd op|instant with offset|When the customer asked
            Verzonden op|instant with offset|When this version was sent
            Geldig tot|date|Last day on which it can be accepted
            Besloten op|date, optional|Day of the decision
            Status|code|SENT, SUPERSEDED, WON, LOST, EXPIRED
            Reden verloren|code, optional|PRICE, DELIVERY_TIME, COMPETITOR
            Verkoper|id of employees|Salesperson of the customer
            Valuta|currency|EUR
            Bedrag excl. btw|money in Valuta|Sum of the lines of this version
            Gewijzigd op|instant with offset|Updated-at of this state
            """);

    static final Table LINES = Table.of("quote_lines", "Delta. Sent once, with the version.", """
            Offertenr|key of quotes|Number of the quote
            Versie|key of quotes|Version
            Regel|key|Line number, from 1
            Artikel|id of products|Article
            Aantal|quantity in the base unit|Offered
            Prijs|price in EUR|A unit, before discount
            Lijstprijs|price in EUR|List price
            Korting %|percent|Discount off Prijs
            Bedrag excl. btw|money in EUR|Aantal x Prijs x (1 - Korting %), rounded half up to the cent
            Gewijzigd op|instant with offset|Updated-at
            """);

    /** Calendar days that hold the seven working days between a quote and its decision, holidays included. */
    static final int DAYS_BEFORE_ORDER = 15;

    private static final double LOST_BESIDE_AN_ORDER = 0.06;

    private final long seed;
    private final Numbers numbers;
    private final LocalDate lastDay;

    QuoteFiles(long seed, Numbers numbers, LocalDate lastDay) {
        this.seed = seed;
        this.numbers = numbers;
        this.lastDay = lastDay;
    }

    /** The quote an order accepts, and now and then one that the same customer does not accept. */
    void plan(Order order, Agenda agenda) {
        Dice dice = Dice.of(
                seed, "wholesale quote", order.customer().number(), order.day().toEpochDay());
        Landing landing = new Landing(dice, lastDay, true);
        if (!order.quote().isEmpty()) {
            send(dice, order, order.quote(), order.day(), "WON", "", landing, agenda);
        }
        if (dice.chance(LOST_BESIDE_AN_ORDER)) {
            boolean expired = dice.chance(0.4);
            Object reason = expired ? "" : dice.pick(List.of("PRICE", "DELIVERY_TIME", "COMPETITOR"));
            String number = numbers.next("OF", order.day());
            send(dice, order, number, order.day(), expired ? "EXPIRED" : "LOST", reason, landing, agenda);
        }
    }

    private static void send(
            Dice dice,
            Order order,
            String number,
            LocalDate decided,
            String outcome,
            Object reason,
            Landing landing,
            Agenda agenda) {
        LocalDate sent = workingDaysBefore(decided, dice.between(2, 7));
        OffsetDateTime asked = DutchCalendar.at(workingDaysBefore(sent, dice.between(0, 2)), 9 * 3600);
        int discount = order.lines().get(0).discountPercent() + 2;
        List<Version> second = new ArrayList<>();
        if (dice.chance(0.3)) {
            LocalDate again = DutchCalendar.workingDaysAfter(sent, 1);
            Sheet revised = new Sheet(order, number, 2, discount, asked, again);
            second.add(revised.out());
            second.add(revised.header(decided, true, outcome, decided, reason));
        }
        Sheet original = new Sheet(order, number, 1, 0, asked, sent);
        Version after = second.isEmpty()
                ? original.header(decided, true, outcome, decided, reason)
                : original.header(second.get(0).day(), false, "SUPERSEDED", "", "");
        Version.sendAll(List.of(original.out(), after), landing, agenda);
        Version.sendAll(second, landing, agenda);
    }

    private static LocalDate workingDaysBefore(LocalDate day, int count) {
        LocalDate at = day;
        for (int left = count; left > 0; left--) {
            at = at.minusDays(1);
            while (!DutchCalendar.isWorkingDay(at)) {
                at = at.minusDays(1);
            }
        }
        return at;
    }

    /** One version of a quote on the lines of an order. */
    private record Sheet(Order order, String number, int version, int discount, OffsetDateTime asked, LocalDate sent) {
        Version out() {
            List<Version.Draft> drafts = new ArrayList<>();
            drafts.add(header(sent, true, "SENT", "", "").drafts().get(0));
            for (Order.Line line : order.lines()) {
                drafts.add(new Version.Draft(
                        LINES,
                        List.of(
                                number,
                                version,
                                line.number(),
                                line.product().sku(),
                                line.quantity(),
                                offered(line).price(),
                                line.listPrice(),
                                offered(line).discountPercent(),
                                offered(line).net(line.quantity()),
                                DutchCalendar.at(sent, 16 * 3600))));
            }
            return new Version(sent, drafts);
        }

        Version header(LocalDate day, boolean latest, String status, Object decided, Object reason) {
            BigDecimal net = order.lines().stream()
                    .map(it -> offered(it).net(it.quantity()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            OffsetDateTime updated = DutchCalendar.at(day, status.equals("SENT") ? 16 * 3600 : 17 * 3600);
            return Version.of(
                    day,
                    QUOTES,
                    List.of(
                            number,
                            version,
                            latest,
                            order.customerCode(),
                            asked,
                            DutchCalendar.at(sent, 16 * 3600),
                            sent.plusDays(30),
                            decided,
                            status,
                            reason,
                            order.rep(),
                            "EUR",
                            net,
                            updated));
        }

        /** The first version offers what the order later took at its price; a revision gives more discount. */
        private Order.Line offered(Order.Line line) {
            return version == 1
                    ? line
                    : new Order.Line(
                            line.number(),
                            line.product(),
                            line.quantity(),
                            line.price(),
                            line.listPrice(),
                            discount,
                            "",
                            "",
                            line.cost(),
                            line.vatPercent());
        }
    }
}
