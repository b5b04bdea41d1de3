package org.offtake.sample.boutique;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.chance.Numbers;
import org.offtake.sample.drop.Agenda;
import org.offtake.sample.drop.Version;

/** What lies in the boutiques according to the books, and the movements and counts they send. */
final class Shelves {
    private static final int LOW = 2;
    private static final int COUNTED_A_WEEK = 8;

    private final List<Item> items;
    private final Numbers numbers;
    private final int lot;
    private final Map<String, Integer> onHand = new HashMap<>();

    /** {@code lot} pieces are bought at a time. */
    Shelves(List<Item> items, Numbers numbers, int lot) {
        this.items = items;
        this.numbers = numbers;
        this.lot = lot;
    }

    void open(LocalDate day, Agenda agenda) {
        for (String shop : Boutique.SHOPS) {
            for (Item item : items) {
                onHand.put(shop + item.code(), lot);
                send("OPENING", item, lot, "", shop, DutchCalendar.at(day, 7 * 3600), "", "", agenda);
            }
        }
    }

    /** Books a sale or a return; what runs low is bought, or fetched from the other boutique. */
    void book(Sale sale, Dice dice, Agenda agenda) {
        for (int i = 0; i < sale.pieces().size(); i++) {
            Sale.Piece piece = sale.pieces().get(i);
            Item item = piece.item();
            int pieces = Math.abs(piece.quantity());
            int left = onHand.merge(sale.shop() + item.code(), -piece.quantity(), Integer::sum);
            if (sale.isReturn()) {
                send("SALE_RETURN", item, pieces, "", sale.shop(), sale.soldAt(), sale.number(), i + 1, agenda);
            } else {
                send("SALE", item, pieces, sale.shop(), "", sale.soldAt(), sale.number(), i + 1, agenda);
            }
            if (left < LOW) {
                replenish(item, sale, dice, agenda);
            }
        }
    }

    /** The Monday count of one boutique. */
    void count(String shop, LocalDate day, Dice dice, Agenda agenda) {
        OffsetDateTime at = DutchCalendar.at(day, 8 * 3600);
        String session = "CS-" + shop + "-" + day.toString().replace("-", "");
        int first = dice.between(0, items.size() - 1);
        for (int line = 1; line <= COUNTED_A_WEEK; line++) {
            Item item = items.get((first + line) % items.size());
            int expected = onHand.getOrDefault(shop + item.code(), 0);
            int difference = dice.chance(0.05) ? dice.pick(List.of(-1, -1, -1, 1)) : 0;
            int counted = Math.max(0, expected + difference);
            List<Object> values =
                    List.of(session, line, "COUNT_CYCLE", shop, item.code(), expected, counted, item.cost(), at, at);
            Version.of(day, BoutiqueFiles.COUNTS, values).sendOnTime(agenda);
            if (counted != expected) {
                onHand.put(shop + item.code(), counted);
                boolean more = counted > expected;
                OffsetDateTime booked = at.plusMinutes(30);
                send("ADJUSTMENT", item, 1, more ? "" : shop, more ? shop : "", booked, session, line, agenda);
            }
        }
    }

    private void replenish(Item item, Sale sale, Dice dice, Agenda agenda) {
        String other = Boutique.SHOPS.get(1 - Boutique.SHOPS.indexOf(sale.shop()));
        OffsetDateTime at = sale.soldAt().plusMinutes(20);
        if (onHand.getOrDefault(other + item.code(), 0) > 2 * LOW && dice.chance(0.4)) {
            onHand.merge(other + item.code(), -LOW, Integer::sum);
            onHand.merge(sale.shop() + item.code(), LOW, Integer::sum);
            send("TRANSFER_OUT", item, LOW, other, sale.shop(), at, "", "", agenda);
            return;
        }
        onHand.merge(sale.shop() + item.code(), lot, Integer::sum);
        send("PURCHASE_RECEIPT", item, lot, "", sale.shop(), at, "", "", agenda);
    }

    private void send(
            String type,
            Item item,
            int pieces,
            String from,
            String to,
            OffsetDateTime at,
            String document,
            Object line,
            Agenda agenda) {
        LocalDate day = at.toLocalDate();
        List<Object> values = List.of(
                numbers.next("BM", day), type, item.code(), from, to, pieces, item.cost(), at, document, line, at);
        Version.of(day, BoutiqueFiles.MOVEMENTS, values).sendOnTime(agenda);
    }
}
