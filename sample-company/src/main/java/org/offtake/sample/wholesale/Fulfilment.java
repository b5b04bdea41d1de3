package org.offtake.sample.wholesale;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.chance.Numbers;
import org.offtake.sample.drop.Agenda;
import org.offtake.sample.drop.Landing;
import org.offtake.sample.drop.Version;
import org.offtake.sample.wholesale.InvoiceFiles.Invoice;
import org.offtake.sample.wholesale.InvoiceFiles.Part;
import org.offtake.sample.wholesale.OrderFiles.State;
import org.offtake.sample.wholesale.OrderFiles.Units;

/** What becomes of an order: delivery, invoice, payment, complaint, credit, correction. */
final class Fulfilment {
    private static final double CANCELLED = 0.015;
    private static final double SHORT_LINE = 0.04;
    private static final double CORRECTED = 0.02;
    private static final double COMPLAINED = 0.03;
    private static final double ASKED = 0.02;
    private static final double CREDITED_AFTER_COMPLAINT = 0.4;
    private static final double CREDITED_ANYWAY = 0.008;

    private final long seed;
    private final Numbers numbers;
    private final StockRoom stock;
    private final LocalDate lastDay;

    Fulfilment(long seed, Numbers numbers, StockRoom stock, LocalDate lastDay) {
        this.seed = seed;
        this.numbers = numbers;
        this.stock = stock;
        this.lastDay = lastDay;
    }

    void plan(Order order, Agenda agenda) {
        Dice dice = Dice.of(
                seed,
                "wholesale fulfilment",
                order.customer().number(),
                order.day().toEpochDay());
        Landing landing = new Landing(dice, lastDay, true);
        List<Units> none = order.lines().stream().map(it -> new Units(0, 0, 0)).toList();
        OffsetDateTime taken = order.confirmed();
        Version placed = OrderFiles.version(order, order.day(), new State("CONFIRMED", "", "", "", none, taken));
        if (dice.chance(CANCELLED)) {
            Version.sendAll(List.of(placed, cancelled(order, dice)), landing, agenda);
            return;
        }
        LocalDate delivered = DutchCalendar.workingDaysAfter(order.day(), dice.pick(List.of(1, 2, 2, 2, 3, 3, 4)));
        LocalDate invoiced = DutchCalendar.workingDaysAfter(delivered, dice.pick(List.of(0, 0, 0, 1, 2)));
        List<Integer> units =
                order.lines().stream().map(it -> deliveredUnits(dice, it)).toList();
        List<Version> versions = new ArrayList<>(List.of(placed));
        if (invoiced.isAfter(delivered)) {
            versions.add(state(order, "DELIVERED", delivered, delivered, units, false));
        }
        versions.add(state(order, "INVOICED", invoiced, delivered, units, true));
        if (dice.chance(CORRECTED)) {
            LocalDate corrected = DutchCalendar.workingDaysAfter(invoiced, dice.between(5, 30));
            LocalDate truly = DutchCalendar.workingDaysAfter(delivered, 1);
            versions.add(state(order, "INVOICED", corrected, truly, units, true));
        }
        Version.sendAll(versions, landing, agenda);
        for (Order.Line line : order.lines()) {
            int shipped = units.get(line.number() - 1);
            stock.shipped(order, line, shipped, delivered).forEach(it -> Version.sendAll(List.of(it), landing, agenda));
        }
        invoice(order, units, invoiced, dice, landing, agenda);
    }

    private void invoice(Order order, List<Integer> units, LocalDate day, Dice dice, Landing landing, Agenda agenda) {
        List<Part> parts = order.lines().stream()
                .map(it -> new Part(it, units.get(it.number() - 1)))
                .toList();
        Invoice invoice = new Invoice(numbers.next("VF", day), "INVOICE", "", "", order, day, parts);
        sendInvoice(invoice, dice, landing, agenda);
        boolean complaint = dice.chance(COMPLAINED);
        if (complaint || dice.chance(ASKED)) {
            LocalDate opened = DutchCalendar.workingDaysAfter(day, dice.between(1, 4));
            String ticket = numbers.next("ME", opened);
            Version.sendAll(
                    TicketFiles.versions(dice, ticket, complaint, order, invoice.number(), opened), landing, agenda);
        }
        if (dice.chance(complaint ? CREDITED_AFTER_COMPLAINT : CREDITED_ANYWAY)) {
            LocalDate credited = DutchCalendar.workingDaysAfter(day, dice.between(4, 15));
            sendInvoice(credit(invoice, credited, dice), dice, landing, agenda);
        }
    }

    private Invoice credit(Invoice invoice, LocalDate day, Dice dice) {
        String reason = dice.pick(List.of("DAMAGED", "WRONG_ITEM", "PRICE", "RETURN"));
        List<Part> back = invoice.parts().stream()
                .limit(dice.chance(0.3) ? invoice.parts().size() : 1)
                .map(it -> new Part(it.line(), -Math.max(1, (int) Math.round(it.units() * dice.between(0.2, 1.0)))))
                .toList();
        return new Invoice(
                numbers.next("VF", day), "CREDIT_NOTE", invoice.number(), reason, invoice.order(), day, back);
    }

    private static void sendInvoice(Invoice invoice, Dice dice, Landing landing, Agenda agenda) {
        LocalDate paid = DutchCalendar.workingDaysAfter(invoice.issued(), dice.between(8, 32));
        Version issued = InvoiceFiles.issued(invoice, evening(invoice.issued(), 3));
        Version settled = InvoiceFiles.paid(invoice, paid, evening(paid, 4));
        Version.sendAll(List.of(issued, settled), landing, agenda);
    }

    private static int deliveredUnits(Dice dice, Order.Line line) {
        return dice.chance(SHORT_LINE)
                ? Math.max(1, (int) (line.quantity() * dice.between(0.5, 0.9)))
                : line.quantity();
    }

    private static Version state(
            Order order, String status, LocalDate day, LocalDate delivered, List<Integer> units, boolean invoiced) {
        List<Units> states = order.lines().stream()
                .map(it -> {
                    int got = units.get(it.number() - 1);
                    return new Units(got, invoiced ? got : 0, it.quantity() - got);
                })
                .toList();
        State state = new State(status, delivered, "", "", states, evening(day, invoiced ? 2 : 1));
        return OrderFiles.version(order, day, state);
    }

    private static Version cancelled(Order order, Dice dice) {
        LocalDate day = DutchCalendar.workingDaysAfter(order.day(), 1);
        OffsetDateTime at = DutchCalendar.at(day, dice.between(9 * 3600, 16 * 3600));
        List<Units> all =
                order.lines().stream().map(it -> new Units(0, 0, it.quantity())).toList();
        String reason = dice.chance(0.7) ? "CUSTOMER" : "NO_STOCK";
        return OrderFiles.version(order, day, new State("CANCELLED", "", at, reason, all, at));
    }

    /** The nightly posting runs of a day, a quarter of an hour apart, from 18:00 local. */
    private static OffsetDateTime evening(LocalDate day, int run) {
        return DutchCalendar.at(day, 18 * 3600 + run * 900);
    }
}
