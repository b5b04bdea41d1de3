package org.offtake.patterns.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.backtest.LabelledSet.Period;
import org.offtake.patterns.detect.Kind;
import org.offtake.patterns.detect.OrderDay;

/**
 * Deviations planted into real orders that have no labels: stops, slow-downs and drops of all quantities, a third each.
 *
 * <p>The first three fifths of the days teach. Customers with at least five order days in them are
 * watched, all others only teach; a third of
 * those who still order in the last quarter of them get a deviation that begins in the first two fifths of the days that
 * are scored. A slow-down stretches the time after its onset so that .35 of the orders come in it, a drop leaves .4 of the quantities. What was
 * true of the others before is not known: a customer who really left counts as a false alarm, so precision is a lower
 * bound.
 */
public final class Injection {
    private static final double TEACHES = 0.6;
    private static final int ENOUGH = 5;
    private static final double LEFT = 0.35;
    private static final double DROP = 0.4;
    private static final int HORIZON = 100;
    private static final int LEAST_DAYS = 60;

    private Injection() {}

    /**
     * @param orders of each customer by day, each day once
     * @param values of each customer's orders by day, in the currency of the orders
     * @param seed the same seed plants the same
     */
    public static LabelledSet plant(
            Map<String, List<OrderDay>> orders, Map<String, ? extends SortedMap<Integer, Double>> values, long seed) {
        int first = orders.values().stream()
                .mapToInt(days -> days.get(0).day())
                .min()
                .orElse(0);
        int last = orders.values().stream()
                .mapToInt(days -> days.get(days.size() - 1).day())
                .max()
                .orElse(0);
        if (last - first < LEAST_DAYS) {
            throw new LabelledFileException("the orders span " + (last - first) + " days: at least " + LEAST_DAYS
                    + " are needed to teach and to score");
        }
        int scored = first + (int) Math.round(TEACHES * (last - first));
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Customer> customers = new TreeMap<>();
        Map<String, Deviation> deviations = new TreeMap<>();
        Set<String> few = new HashSet<>();
        new TreeMap<>(orders).forEach((id, days) -> {
            List<OrderDay> known =
                    days.stream().filter(order -> order.day() < scored).toList();
            List<OrderDay> kept = days;
            if (known.size() < ENOUGH) {
                few.add(id);
            }
            boolean active =
                    known.size() >= ENOUGH && known.get(known.size() - 1).day() >= scored - (scored - first) / 4;
            int draw = random.nextInt(9);
            int onset = scored + 1 + random.nextInt(Math.max(1, 2 * (last - scored) / 5));
            if (active && draw < 3) {
                String kind = List.of("STOP", "SLOW", "SIZE_DROP").get(draw);
                deviations.put(id, new Deviation(id, kind, onset, Kind.Direction.DOWN));
                kept = changed(days, kind, onset, last);
            }
            customers.put(id, new Customer(id, "", "", LabelledFiles.value(values, id, scored), kept));
        });
        return new LabelledSet(
                customers, deviations, few, new Period(first, scored, last, Math.min(HORIZON, last - scored)));
    }

    private static List<OrderDay> changed(List<OrderDay> days, String kind, int onset, int last) {
        List<OrderDay> changed = new ArrayList<>();
        for (OrderDay order : days) {
            if (order.day() < onset) {
                changed.add(order);
            } else if (kind.equals("SIZE_DROP")) {
                Map<String, Double> smaller = new HashMap<>();
                order.quantities().forEach((group, quantity) -> smaller.put(group, Math.max(1, quantity * DROP)));
                changed.add(new OrderDay(order.day(), smaller));
            } else if (kind.equals("SLOW")) {
                int later = onset + (int) Math.round((order.day() - onset) / LEFT);
                if (later <= last) {
                    changed.add(new OrderDay(later, order.quantities()));
                }
            }
        }
        return changed;
    }
}
