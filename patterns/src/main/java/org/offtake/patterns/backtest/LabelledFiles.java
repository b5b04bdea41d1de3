package org.offtake.patterns.backtest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.backtest.LabelledSet.Period;
import org.offtake.patterns.detect.OrderDay;

/**
 * The files of a labelled set: comma-separated, UTF-8, a line of names first.
 *
 * @param orders order_date, customer_id, product_group, quantity, unit_price_eur; a line each
 * @param customers customer_id, segment, account_manager
 * @param deviations customer_id, kind, onset_date, direction (UP or DOWN)
 * @param excluded customer_id
 */
public record LabelledFiles(Path orders, Path customers, Path deviations, Path excluded) {
    static final List<String> ORDERS =
            List.of("order_date", "customer_id", "product_group", "quantity", "unit_price_eur");
    static final List<String> CUSTOMERS = List.of("customer_id", "segment", "account_manager");
    static final List<String> EXCLUDED = List.of("customer_id");
    private static final List<String> DEVIATIONS = List.of("customer_id", "kind", "onset_date", "direction");

    /** Thirty years: one date that is wrong would make every customer wait for it, day by day. */
    private static final int MOST_DAYS = 30 * 365;

    /** So many days on which nobody orders, with less than so many percent of the orders on one side, hold a wrong date. */
    private static final int APART = 90;

    private static final int FEW_PERCENT = 1;

    /** @throws LabelledFileException naming file, line and what is wrong with it */
    public LabelledSet read() {
        Map<String, TreeMap<Integer, Map<String, Double>>> days = new HashMap<>();
        Map<String, TreeMap<Integer, Double>> values = new HashMap<>();
        LabelledRow.each(orders, ORDERS, row -> {
            String customer = row.text("customer_id");
            int day = row.day("order_date");
            double quantity = row.number("quantity");
            days.computeIfAbsent(customer, ignored -> new TreeMap<>())
                    .computeIfAbsent(day, ignored -> new HashMap<>())
                    .merge(row.text("product_group"), quantity, Double::sum);
            values.computeIfAbsent(customer, ignored -> new TreeMap<>())
                    .merge(day, quantity * row.number("unit_price_eur"), Double::sum);
        });
        if (days.isEmpty()) {
            throw new LabelledFileException(orders + " holds 0 orders: name a file with orders");
        }
        refuseStrayDays(days.values());
        Period period = period(days.values());
        Map<String, Customer> known = new TreeMap<>();
        LabelledRow.each(customers, CUSTOMERS, row -> {
            String id = row.text("customer_id");
            Customer customer = new Customer(
                    id,
                    row.text("segment"),
                    row.text("account_manager"),
                    value(values, id, period.scoredFrom()),
                    orderDays(days.getOrDefault(id, new TreeMap<>())));
            if (known.put(id, customer) != null) {
                throw row.twice("customer " + id);
            }
        });
        List<String> strangers = days.keySet().stream()
                .filter(id -> !known.containsKey(id))
                .sorted()
                .toList();
        if (!strangers.isEmpty()) {
            throw new LabelledFileException(orders + ": " + strangers.size() + " customers, such as " + strangers.get(0)
                    + ", are not in " + customers + ": add them there, or take their orders out");
        }
        if (known.values().stream().allMatch(customer -> customer.orders().isEmpty())) {
            throw new LabelledFileException(
                    orders + " holds 0 days on which more was taken than sent back: name a file with orders");
        }
        Map<String, Deviation> labels = new TreeMap<>();
        LabelledRow.each(deviations, DEVIATIONS, row -> {
            String id = row.text("customer_id");
            Deviation deviation =
                    new Deviation(id, row.text("kind"), row.day("onset_date"), row.direction("direction"));
            if (!known.containsKey(id)) {
                throw row.unknown(id, customers);
            }
            if (labels.put(id, deviation) != null) {
                throw row.twice("a deviation of customer " + id);
            }
        });
        Set<String> gone = new HashSet<>();
        LabelledRow.each(excluded, EXCLUDED, row -> {
            String id = row.text("customer_id");
            if (!known.containsKey(id)) {
                throw row.unknown(id, customers);
            }
            gone.add(id);
        });
        return new LabelledSet(known, labels, gone, period);
    }

    /** What a customer ordered before a day. */
    static double value(Map<String, ? extends SortedMap<Integer, Double>> values, String customer, int before) {
        SortedMap<Integer, Double> days = values.get(customer);
        return days == null
                ? 0
                : days.headMap(before).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    /** A few orders far from all others would move the days that teach or those that are scored, for everybody. */
    private void refuseStrayDays(Collection<TreeMap<Integer, Map<String, Double>>> customers) {
        SortedMap<Integer, Integer> ordersOfDay = new TreeMap<>();
        customers.forEach(days -> days.keySet().forEach(day -> ordersOfDay.merge(day, 1, Integer::sum)));
        int all = ordersOfDay.values().stream().mapToInt(Integer::intValue).sum();
        int before = 0;
        int last = ordersOfDay.firstKey();
        for (var day : ordersOfDay.entrySet()) {
            int fewer = Math.min(before, all - before);
            if (day.getKey() - last > APART && fewer * 100L < FEW_PERCENT * (long) all) {
                throw new LabelledFileException(orders + ": nobody orders between " + LocalDate.ofEpochDay(last)
                        + " and " + LocalDate.ofEpochDay(day.getKey()) + ", and " + fewer + " of " + all
                        + " order days lie " + (fewer == before ? "before" : "after")
                        + ": correct the dates that are wrong, or take these orders out");
            }
            before += day.getValue();
            last = day.getKey();
        }
    }

    private Period period(Collection<TreeMap<Integer, Map<String, Double>>> days) {
        int first = days.stream().mapToInt(TreeMap::firstKey).min().orElseThrow();
        int last = days.stream().mapToInt(TreeMap::lastKey).max().orElseThrow();
        if (last - first > MOST_DAYS) {
            throw new LabelledFileException(orders + " goes from " + LocalDate.ofEpochDay(first) + " to "
                    + LocalDate.ofEpochDay(last) + ", " + (last - first) + " days: correct the date that is wrong");
        }
        try {
            return Period.of(first, last);
        } catch (IllegalArgumentException tooShort) {
            throw new LabelledFileException(orders + " goes from " + LocalDate.ofEpochDay(first) + " to "
                    + LocalDate.ofEpochDay(last) + ": a year teaches, and what follows it is scored");
        }
    }

    /** A day on which as much came back as was taken, or more, is no order. */
    private static List<OrderDay> orderDays(TreeMap<Integer, Map<String, Double>> days) {
        List<OrderDay> orders = new ArrayList<>();
        days.forEach((day, groups) -> {
            groups.values().removeIf(quantity -> quantity <= 0);
            if (!groups.isEmpty()) {
                orders.add(new OrderDay(day, groups));
            }
        });
        return orders;
    }
}
