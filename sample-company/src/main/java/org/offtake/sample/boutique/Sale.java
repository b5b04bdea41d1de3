package org.offtake.sample.boutique;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.drop.Version;

/**
 * A sale at the register, or the return of one, with its receipt.
 *
 * @param client empty text for a walk-in customer
 * @param original sale and receipt that a return takes back; both empty text on a sale
 */
record Sale(
        String number,
        String receipt,
        String shop,
        String staff,
        String client,
        Original original,
        OffsetDateTime soldAt,
        List<Piece> pieces) {

    /** What a return takes back. */
    record Original(String sale, String receipt) {
        static final Original NONE = new Original("", "");
    }

    /** So many of an item; negative on a return. */
    record Piece(Item item, int quantity, int discountPercent) {
        BigDecimal net() {
            return item.net(quantity, discountPercent);
        }
    }

    Sale {
        pieces = List.copyOf(pieces);
    }

    boolean isReturn() {
        return !original.sale().isEmpty();
    }

    /** The return of the first piece. */
    Sale takenBack(String newNumber, String newReceipt, OffsetDateTime at) {
        Piece first = pieces.get(0);
        List<Piece> back = List.of(new Piece(first.item(), -first.quantity(), first.discountPercent()));
        return new Sale(newNumber, newReceipt, shop, staff, client, new Original(number, receipt), at, back);
    }

    /** The records of the sale and of its receipt. */
    Version version() {
        BigDecimal net = pieces.stream().map(Piece::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal vat = pieces.stream().map(it -> Item.vat(it.net())).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Version.Draft> drafts = new ArrayList<>();
        drafts.add(new Version.Draft(
                BoutiqueFiles.SALES,
                List.of(
                        number,
                        isReturn() ? "RETURN" : "POS_SALE",
                        shop,
                        staff,
                        client,
                        original.sale(),
                        soldAt,
                        "EUR",
                        net,
                        vat,
                        net.add(vat),
                        soldAt)));
        drafts.add(new Version.Draft(
                BoutiqueFiles.RECEIPTS,
                List.of(
                        receipt,
                        isReturn() ? "CREDIT_NOTE" : "RECEIPT",
                        original.receipt(),
                        number,
                        shop,
                        client,
                        soldAt.toLocalDate(),
                        "EUR",
                        net,
                        vat,
                        net.add(vat),
                        soldAt)));
        for (int i = 0; i < pieces.size(); i++) {
            lines(i + 1, pieces.get(i), drafts);
        }
        return new Version(soldAt.toLocalDate(), drafts);
    }

    private void lines(int line, Piece piece, List<Version.Draft> drafts) {
        Item item = piece.item();
        drafts.add(new Version.Draft(
                BoutiqueFiles.SALE_LINES,
                List.of(
                        number,
                        line,
                        item.code(),
                        piece.quantity(),
                        item.price(),
                        piece.discountPercent(),
                        piece.net(),
                        Item.VAT_PERCENT,
                        item.cost(),
                        soldAt)));
        drafts.add(new Version.Draft(
                BoutiqueFiles.RECEIPT_LINES,
                List.of(
                        receipt,
                        line,
                        number,
                        item.code(),
                        piece.quantity(),
                        item.price(),
                        piece.discountPercent(),
                        piece.net(),
                        Item.VAT_PERCENT,
                        item.cost().multiply(BigDecimal.valueOf(piece.quantity())),
                        soldAt)));
    }
}
