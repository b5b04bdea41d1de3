package org.offtake.sample.webshop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.drop.Table;
import org.offtake.sample.drop.Version;

/** What a consumer bought in a deal; it turns into the records of the order and its invoices. */
record Purchase(
        String order, String customer, String deal, OffsetDateTime received, LocalDate promised, List<Item> items) {

    /** So many units of an article. */
    record Item(int line, Article article, int quantity) {
        BigDecimal net(int units) {
            return article.dealPrice().multiply(BigDecimal.valueOf(units));
        }
    }

    /**
     * The order as it stands.
     *
     * @param shippedAt empty text until it is shipped, as is {@code deliveredOn}
     * @param cancelledAt empty text unless it is cancelled
     */
    record State(String status, Object shippedAt, Object deliveredOn, Object cancelledAt, OffsetDateTime updatedAt) {}

    Purchase {
        items = List.copyOf(items);
    }

    Version version(LocalDate day, State state) {
        boolean gone = state.status().equals("CANCELLED");
        boolean shipped = state.status().equals("SHIPPED");
        BigDecimal net = gone ? zero() : net(1);
        BigDecimal vat = gone ? zero() : vat(1);
        List<Version.Draft> drafts = new ArrayList<>();
        drafts.add(new Version.Draft(
                ShopFiles.ORDERS,
                List.of(
                        order,
                        "DEAL",
                        "WEB",
                        customer,
                        deal,
                        received,
                        promised,
                        state.shippedAt(),
                        state.deliveredOn(),
                        state.cancelledAt(),
                        state.status(),
                        "EUR",
                        net,
                        vat,
                        net.add(vat),
                        state.updatedAt())));
        for (Item item : items) {
            drafts.add(new Version.Draft(
                    ShopFiles.LINES,
                    List.of(
                            order,
                            item.line(),
                            item.article().sku(),
                            item.quantity(),
                            shipped ? item.quantity() : 0,
                            item.quantity(),
                            gone ? item.quantity() : 0,
                            item.article().dealPrice(),
                            item.article().listPrice(),
                            0,
                            gone ? zero() : item.net(item.quantity()),
                            Article.VAT_PERCENT,
                            item.article().cost(),
                            state.updatedAt())));
        }
        return new Version(day, drafts);
    }

    /** The invoice, or with {@code corrects} the credit note that takes all of it back. */
    Version invoice(String number, String corrects, String reason, LocalDate day, OffsetDateTime at) {
        int sign = corrects.isEmpty() ? 1 : -1;
        List<Version.Draft> drafts = new ArrayList<>();
        drafts.add(new Version.Draft(
                ShopFiles.INVOICES,
                List.of(
                        number,
                        corrects.isEmpty() ? "INVOICE" : "CREDIT_NOTE",
                        corrects,
                        reason,
                        customer,
                        order,
                        deal,
                        day,
                        "EUR",
                        net(sign),
                        vat(sign),
                        net(sign).add(vat(sign)),
                        zero(),
                        "PAID",
                        at)));
        for (Item item : items) {
            int units = sign * item.quantity();
            drafts.add(new Version.Draft(
                    ShopFiles.INVOICE_LINES,
                    List.of(
                            number,
                            item.line(),
                            item.article().sku(),
                            units,
                            item.article().dealPrice(),
                            item.net(units),
                            Article.VAT_PERCENT,
                            item.article().cost().multiply(BigDecimal.valueOf(units)),
                            order,
                            item.line(),
                            at)));
        }
        return new Version(day, drafts);
    }

    Version ticket(
            String number,
            String type,
            String channel,
            Object reason,
            LocalDate day,
            OffsetDateTime opened,
            List<Object> solution) {
        Table table = ShopFiles.TICKETS;
        boolean solved = !solution.isEmpty();
        return Version.of(
                day,
                table,
                List.of(
                        number,
                        type,
                        channel,
                        customer,
                        order,
                        deal,
                        items.get(0).article().sku(),
                        reason,
                        solved ? "SOLVED" : "OPEN",
                        opened,
                        solved ? solution.get(0) : "",
                        solved ? solution.get(1) : "",
                        solved ? solution.get(2) : "",
                        solved ? solution.get(1) : opened));
    }

    private BigDecimal net(int sign) {
        return items.stream().map(it -> it.net(sign * it.quantity())).reduce(zero(), BigDecimal::add);
    }

    private BigDecimal vat(int sign) {
        return items.stream()
                .map(it -> Article.vat(it.net(sign * it.quantity())))
                .reduce(zero(), BigDecimal::add);
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(2);
    }
}
