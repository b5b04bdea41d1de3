package org.offtake.sample.boutique;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.offtake.sample.chance.DemandClock;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.chance.Numbers;
import org.offtake.sample.drop.Agenda;
import org.offtake.sample.drop.Dialect;
import org.offtake.sample.drop.Landing;
import org.offtake.sample.drop.SourceSystem;
import org.offtake.sample.drop.Table;
import org.offtake.sample.drop.Version;
import org.offtake.sample.drop.Workbooks;
import org.offtake.sample.scale.SampleScale;

/** Two boutiques: sales at the register, receipts, stock counts and repairs; open every day but three. */
public final class Boutique implements SourceSystem {
    static final List<String> SHOPS = List.of("BTQ-AMS", "BTQ-RTM");

    private static final double SHARE_OF_ORDERS = 0.15;
    private static final double KNOWN_CLIENT = 0.35;
    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(1, 1), MonthDay.of(4, 27), MonthDay.of(12, 25));
    private static final int OPENS = 10 * 3600;
    private static final int CLOSES = 18 * 3600;

    private final SampleScale scale;
    private final List<Item> items;
    private final int clients;
    private final Numbers numbers = new Numbers();
    private final Shelves shelves;
    private final TreeMap<LocalDate, List<Sale>> returns = new TreeMap<>();

    public Boutique(SampleScale scale) {
        this.scale = scale;
        this.items = Item.all(scale.seed());
        this.clients = Math.max(40, (int) (scale.ordersPerDay() * SHARE_OF_ORDERS * 40));
        this.shelves = new Shelves(items, numbers, 6 + (int) (scale.ordersPerDay() / 100));
    }

    @Override
    public String name() {
        return "boutique";
    }

    @Override
    public Dialect dialect() {
        return new Workbooks();
    }

    @Override
    public List<Table> tables() {
        return List.of(
                BoutiqueFiles.CLIENTS,
                BoutiqueFiles.PRODUCTS,
                BoutiqueFiles.BOUTIQUES,
                BoutiqueFiles.STAFF,
                BoutiqueFiles.SALES,
                BoutiqueFiles.SALE_LINES,
                BoutiqueFiles.RECEIPTS,
                BoutiqueFiles.RECEIPT_LINES,
                BoutiqueFiles.MOVEMENTS,
                BoutiqueFiles.COUNTS,
                BoutiqueFiles.REPAIRS);
    }

    @Override
    public int daysAhead() {
        return 0;
    }

    @Override
    public void plan(LocalDate day, Agenda agenda) {
        boolean first = day.equals(scale.firstDay());
        if (first) {
            shelves.open(day, agenda);
            for (int number = 0; number < clients; number++) {
                client(number, "REGULAR", day).sendOnTime(agenda);
            }
        }
        if (first || day.getDayOfMonth() == 1) {
            masters(day, agenda);
        }
        if (CLOSED.contains(MonthDay.from(day))) {
            return;
        }
        Dice dice = Dice.of(scale.seed(), "boutique day", day.toEpochDay());
        if (dice.chance(0.1)) {
            client(dice.between(0, clients - 1), "VIP", day).sendOnTime(agenda);
        }
        for (String shop : SHOPS) {
            trade(shop, day, Dice.of(scale.seed(), "boutique " + shop, day.toEpochDay()), agenda);
        }
        returns.headMap(day, true).values().forEach(due -> due.forEach(it -> takeBack(it, day, dice, agenda)));
        returns.headMap(day, true).clear();
    }

    private void trade(String shop, LocalDate day, Dice dice, Agenda agenda) {
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            shelves.count(shop, day, dice, agenda);
        }
        int count = dice.poisson(scale.ordersPerDay() * SHARE_OF_ORDERS / SHOPS.size() * pace(day));
        List<OffsetDateTime> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            moments.add(DutchCalendar.at(day, dice.between(OPENS, CLOSES)));
        }
        moments.sort(Comparator.naturalOrder());
        moments.forEach(at -> sell(shop, at, dice, agenda));
        if (dice.chance(0.3)) {
            repair(shop, day, dice, agenda);
        }
    }

    private void sell(String shop, OffsetDateTime at, Dice dice, Agenda agenda) {
        LocalDate day = at.toLocalDate();
        List<Sale.Piece> pieces = new ArrayList<>();
        int count = dice.pick(List.of(1, 1, 1, 2, 2, 3));
        for (int i = 0; i < count; i++) {
            pieces.add(new Sale.Piece(dice.pick(items), 1, dice.pick(List.of(0, 0, 0, 0, 5, 10))));
        }
        String client = dice.chance(KNOWN_CLIENT) ? clientCode(dice.between(0, clients - 1)) : "";
        Sale sale = new Sale(
                numbers.next("BS", day),
                numbers.next("BR", day),
                shop,
                staffOf(shop, dice.between(1, 3)),
                client,
                Sale.Original.NONE,
                at,
                pieces);
        send(sale, dice, agenda);
        if (dice.chance(0.03)) {
            returns.computeIfAbsent(day.plusDays(dice.between(2, 14)), any -> new ArrayList<>())
                    .add(sale);
        }
    }

    private void takeBack(Sale sale, LocalDate day, Dice dice, Agenda agenda) {
        OffsetDateTime at = DutchCalendar.at(day, dice.between(OPENS, CLOSES));
        send(sale.takenBack(numbers.next("BS", day), numbers.next("BR", day), at), dice, agenda);
    }

    private void send(Sale sale, Dice dice, Agenda agenda) {
        Version.sendAll(List.of(sale.version()), new Landing(dice, scale.lastDay(), false), agenda);
        shelves.book(sale, dice, agenda);
    }

    private void repair(String shop, LocalDate day, Dice dice, Agenda agenda) {
        String number = numbers.next("BX", day);
        String staff = staffOf(shop, dice.between(1, 3));
        String client = clientCode(dice.between(0, clients - 1));
        String item = dice.pick(items).code();
        boolean warranty = dice.chance(0.4);
        Object price = warranty ? "" : BigDecimal.valueOf(dice.between(40, 400) * 100L, 2);
        OffsetDateTime received = DutchCalendar.at(day, dice.between(OPENS, CLOSES));
        LocalDate readyDay = day.plusDays(dice.between(4, 21));
        LocalDate collectedDay = readyDay.plusDays(dice.between(1, 25));
        OffsetDateTime ready = DutchCalendar.at(readyDay, 15 * 3600);
        OffsetDateTime collected = DutchCalendar.at(collectedDay, 16 * 3600);
        List<Object> start = List.of(number, "REPAIR_CLIENT", shop, staff, client, item, warranty ? "IN" : "OUT");
        Map<String, List<Object>> ends = new TreeMap<>(Map.of(
                "1RECEIVED", List.of("", "", price, received),
                "2READY", List.of(ready, "", price, ready),
                "3COLLECTED", List.of(ready, collected, price, collected)));
        List<Version> versions = new ArrayList<>();
        ends.forEach((status, end) -> {
            List<Object> values = new ArrayList<>(start);
            values.addAll(List.of(status.substring(1), received, day.plusDays(14)));
            values.addAll(end);
            LocalDate sent = List.of(day, readyDay, collectedDay).get(versions.size());
            versions.add(Version.of(sent, BoutiqueFiles.REPAIRS, values));
        });
        Version.sendAll(versions, new Landing(dice, scale.lastDay(), false), agenda);
    }

    private void masters(LocalDate day, Agenda agenda) {
        OffsetDateTime founded = DutchCalendar.at(LocalDate.of(2019, 3, 1), 9 * 3600);
        for (Item item : items) {
            List<Object> values = List.of(
                    item.code(),
                    item.name(),
                    item.category(),
                    "pc",
                    Item.VAT_PERCENT,
                    item.price(),
                    item.cost(),
                    founded);
            Version.of(day, BoutiqueFiles.PRODUCTS, values).sendOnTime(agenda);
        }
        for (String shop : SHOPS) {
            Version.of(
                            day,
                            BoutiqueFiles.BOUTIQUES,
                            List.of(shop, "Boutique " + shop.substring(4), "BOUTIQUE", founded))
                    .sendOnTime(agenda);
            for (int number = 1; number <= 3; number++) {
                String code = staffOf(shop, number);
                Version.of(
                                day,
                                BoutiqueFiles.STAFF,
                                List.of(code, "Associate " + code, "SALES_ASSOCIATE", shop, founded))
                        .sendOnTime(agenda);
            }
        }
    }

    private Version client(int number, String tier, LocalDate day) {
        String country =
                Dice.of(scale.seed(), "boutique client", number).pick(List.of("NL", "NL", "NL", "BE", "FR", "US"));
        OffsetDateTime at = DutchCalendar.at(day, 9 * 3600);
        List<Object> values = List.of(clientCode(number), "Client " + number, tier, country, at);
        return Version.of(day, BoutiqueFiles.CLIENTS, values);
    }

    private static String clientCode(int number) {
        return "CL" + (7000 + number);
    }

    private static String staffOf(String shop, int number) {
        return shop.substring(4) + "-" + number;
    }

    private static double pace(LocalDate day) {
        boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        return (saturday ? 1.9 : 0.85) * DemandClock.season(day, 0.25, 350) * DemandClock.growth(day, 0.02);
    }
}
