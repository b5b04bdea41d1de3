package org.offtake.sample.webshop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.offtake.sample.chance.DemandClock;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.chance.Numbers;
import org.offtake.sample.drop.Agenda;
import org.offtake.sample.drop.Dialect;
import org.offtake.sample.drop.JsonLines;
import org.offtake.sample.drop.Landing;
import org.offtake.sample.drop.SourceSystem;
import org.offtake.sample.drop.Table;
import org.offtake.sample.drop.Version;
import org.offtake.sample.scale.SampleScale;

/** A shop of daily deals: three a day, paid at the order, shipped within days; open every day and night. */
public final class Webshop implements SourceSystem {
    /** Demand of the one month that is planted to fall below last year. */
    public static final double WEAK_MONTH_DEMAND = 0.6;

    private static final double SHARE_OF_ORDERS = 0.3;
    private static final int DEALS_A_DAY = 3;

    private final SampleScale scale;
    private final List<Article> articles;
    private final int consumers;
    private final BitSet known = new BitSet();
    private final Numbers numbers = new Numbers();

    public Webshop(SampleScale scale) {
        this.scale = scale;
        this.articles = Article.all(scale.seed());
        this.consumers = Math.max(50, (int) (scale.ordersPerDay() * SHARE_OF_ORDERS * 300));
    }

    /** First day of the month that is planted to fall below last year: the last whole month of the horizon. */
    public static LocalDate weakMonth(SampleScale scale) {
        return scale.storyDay().minusMonths(1);
    }

    @Override
    public String name() {
        return "webshop";
    }

    @Override
    public Dialect dialect() {
        return new JsonLines();
    }

    @Override
    public List<Table> tables() {
        return List.of(
                ShopFiles.PARTIES,
                ShopFiles.PRODUCTS,
                ShopFiles.ORDERS,
                ShopFiles.LINES,
                ShopFiles.TICKETS,
                ShopFiles.MOVEMENTS,
                ShopFiles.INVOICES,
                ShopFiles.INVOICE_LINES);
    }

    @Override
    public int daysAhead() {
        return 0;
    }

    @Override
    public void plan(LocalDate day, Agenda agenda) {
        if (day.equals(scale.firstDay())) {
            articles.forEach(it -> product(it, day).sendOnTime(agenda));
        }
        Dice dice = Dice.of(scale.seed(), "webshop day", day.toEpochDay());
        for (int deal = 1; deal <= DEALS_A_DAY; deal++) {
            int batch = (int) (20 + scale.ordersPerDay() * SHARE_OF_ORDERS);
            OffsetDateTime morning = DutchCalendar.at(day, 5 * 3600 + deal);
            movement("PURCHASE_RECEIPT", article(day, deal), batch, day, morning, "", "")
                    .sendOnTime(agenda);
        }
        int orders = dice.poisson(scale.ordersPerDay() * SHARE_OF_ORDERS * pace(day));
        boolean clockChange = DutchCalendar.isClockChange(day);
        for (int place = 0; place < Math.max(orders, clockChange ? 2 : 0); place++) {
            OffsetDateTime received = DutchCalendar.at(day, (int) (86_399 * StrictMath.sqrt(dice.between(0.0, 1.0))));
            if (clockChange && place < 2) {
                received = DutchCalendar.halfPastTwo(day, place == 1);
            }
            order(Dice.of(scale.seed(), "webshop order", day.toEpochDay(), place), day, received, agenda);
        }
    }

    private void order(Dice dice, LocalDate day, OffsetDateTime received, Agenda agenda) {
        Landing landing = new Landing(dice, scale.lastDay(), false);
        int deal = dice.between(1, DEALS_A_DAY);
        List<Purchase.Item> items = new ArrayList<>();
        items.add(new Purchase.Item(1, article(day, deal), dice.pick(List.of(1, 1, 1, 2))));
        if (dice.chance(0.3)) {
            items.add(new Purchase.Item(2, article(day, 1 + deal % DEALS_A_DAY), 1));
        }
        String customer = consumer(dice, day, received, agenda);
        Purchase purchase =
                new Purchase(numbers.next("W", day), customer, dealId(day, deal), received, day.plusDays(3), items);
        String invoice = numbers.next("WF", day);
        Version.sendAll(List.of(purchase.invoice(invoice, "", "", day, received)), landing, agenda);
        Version placed = purchase.version(day, new Purchase.State("CONFIRMED", "", "", "", received));
        LocalDate next = day.plusDays(dice.between(1, 3));
        OffsetDateTime at = DutchCalendar.at(next, dice.between(9 * 3600, 17 * 3600));
        if (dice.chance(0.01)) {
            Version cancelled = purchase.version(next, new Purchase.State("CANCELLED", "", "", at, at));
            Version.sendAll(List.of(placed, cancelled), landing, agenda);
            credit(purchase, invoice, "CANCELLED", next, at, landing, agenda);
            return;
        }
        Version shipped = purchase.version(next, new Purchase.State("SHIPPED", at, next.plusDays(1), "", at));
        Version.sendAll(List.of(placed, shipped), landing, agenda);
        items.forEach(it -> Version.sendAll(
                List.of(movement("SHIPMENT_OUT", it.article(), it.quantity(), next, at, purchase.order(), it.line())),
                landing,
                agenda));
        afterwards(dice, purchase, invoice, next.plusDays(1), landing, agenda);
    }

    private void afterwards(
            Dice dice, Purchase purchase, String invoice, LocalDate delivered, Landing landing, Agenda agenda) {
        boolean complaint = dice.chance(0.03);
        LocalDate opened = delivered.plusDays(dice.between(0, 4));
        if (complaint || dice.chance(0.03)) {
            OffsetDateTime at = DutchCalendar.at(opened, dice.between(9 * 3600, 21 * 3600));
            LocalDate solvedOn = opened.plusDays(dice.between(1, 5));
            OffsetDateTime solved = DutchCalendar.at(solvedOn, dice.between(9 * 3600, 21 * 3600));
            Object reason = complaint ? dice.pick(List.of("LATE", "DAMAGED", "NOT_AS_DESCRIBED")) : "";
            String channel = dice.pick(List.of("CHAT", "CHAT", "EMAIL", "PHONE"));
            Object score = dice.chance(0.4) ? dice.between(1, 5) : "";
            String type = complaint ? "COMPLAINT" : "QUESTION";
            String number = numbers.next("T", opened);
            List<Object> solution = List.of(at.plusMinutes(dice.between(2, 300)), solved, score);
            Version.sendAll(
                    List.of(
                            purchase.ticket(number, type, channel, reason, opened, at, List.of()),
                            purchase.ticket(number, type, channel, reason, solvedOn, at, solution)),
                    landing,
                    agenda);
        }
        if (dice.chance(complaint ? 0.4 : 0.008)) {
            LocalDate day = opened.plusDays(dice.between(2, 10));
            String reason = complaint ? "DAMAGED" : "RETURN";
            credit(purchase, invoice, reason, day, DutchCalendar.at(day, 18 * 3600), landing, agenda);
        }
    }

    private void credit(
            Purchase purchase,
            String invoice,
            String reason,
            LocalDate day,
            OffsetDateTime at,
            Landing landing,
            Agenda agenda) {
        Version note = purchase.invoice(numbers.next("WF", day), invoice, reason, day, at);
        Version.sendAll(List.of(note), landing, agenda);
    }

    /** A consumer drawn from a pool in which some come back often; the first order sends the consumer too. */
    private String consumer(Dice dice, LocalDate day, OffsetDateTime at, Agenda agenda) {
        double drawn = dice.between(0.0, 1.0);
        int number = (int) (consumers * drawn * drawn);
        String code = "U" + (500_000 + number);
        boolean moves = known.get(number) && dice.chance(0.01);
        if (!known.get(number) || moves) {
            known.set(number);
            Dice home = Dice.of(scale.seed(), "webshop consumer", number, moves ? day.toEpochDay() : 0);
            List<Object> values = List.of(
                    code,
                    "Consument " + number,
                    home.between(1011, 9999) + " " + home.pick(List.of("AB", "CD", "EK", "GH")),
                    home.pick(List.of("Amsterdam", "Utrecht", "Breda", "Assen", "Leiden", "Zwolle")),
                    "NL",
                    home.chance(0.6),
                    at);
            Version.of(day, ShopFiles.PARTIES, values).sendOnTime(agenda);
        }
        return code;
    }

    private Version product(Article article, LocalDate day) {
        List<Object> values = List.of(
                article.sku(),
                article.title(),
                article.category(),
                "st",
                Article.VAT_PERCENT,
                article.listPrice(),
                article.cost(),
                DutchCalendar.at(day, 0));
        return Version.of(day, ShopFiles.PRODUCTS, values);
    }

    private Version movement(
            String type, Article article, int units, LocalDate day, OffsetDateTime at, String order, Object line) {
        boolean out = type.equals("SHIPMENT_OUT");
        List<Object> values = List.of(
                numbers.next("WM", day),
                type,
                article.sku(),
                out ? "WEB" : "",
                out ? "" : "WEB",
                units,
                article.cost(),
                at,
                order,
                line,
                at);
        return Version.of(day, ShopFiles.MOVEMENTS, values);
    }

    private Article article(LocalDate day, int deal) {
        return Dice.of(scale.seed(), "webshop deal", day.toEpochDay(), deal).pick(articles);
    }

    private static String dealId(LocalDate day, int deal) {
        return "D" + day.toString().replace("-", "") + "-" + deal;
    }

    private double pace(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean weak = day.withDayOfMonth(1).equals(weakMonth(scale));
        return (weekend ? 1.3 : 0.88)
                * (weak ? WEAK_MONTH_DEMAND : 1)
                * DemandClock.season(day, 0.2, 335)
                * DemandClock.growth(day, 0.08);
    }
}
