package org.offtake.patterns.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.clock.SeasonFit;
import org.offtake.patterns.mix.MixFit;
import org.offtake.patterns.rhythm.RhythmFit;
import org.offtake.patterns.size.SizeFit;

/**
 * What the orders before a day teach: a clock for each segment, and what all customers have in common.
 *
 * @param clocks by segment
 */
public record Fit(Map<String, OperationalClock> clocks, Priors priors) {
    private static final double GONE_AFTER_GAPS = 3;

    /**
     * A customer who teaches.
     *
     * @param segment customers of one segment have a season in common
     * @param orders by day, each day once, the earliest first
     */
    public record Taught(String segment, List<OrderDay> orders) {}

    public OperationalClock clock(String segment) {
        return clocks.getOrDefault(segment, OperationalClock.calendar());
    }

    /**
     * @param firstDay epoch day from which orders are known
     * @param until epoch day; what came on it or later is not looked at
     */
    public static Fit before(int firstDay, int until, Collection<Taught> customers) {
        Map<String, OperationalClock> clocks = new TreeMap<>();
        customers.stream()
                .map(Taught::segment)
                .distinct()
                .forEach(segment -> clocks.put(segment, clock(segment, firstDay, until, customers)));
        List<RhythmFit.OrderDays> rhythms = new ArrayList<>();
        List<MixFit.Counted> mixes = new ArrayList<>();
        List<SizeFit.Series> sizes = new ArrayList<>();
        for (Taught customer : customers) {
            List<OrderDay> known = before(until, customer);
            rhythms.add(new RhythmFit.OrderDays(
                    known.stream().map(OrderDay::day).toList(),
                    clocks.getOrDefault(customer.segment(), OperationalClock.calendar()),
                    until - 1));
            groups(known).forEach((group, orders) -> {
                int first = known.indexOf(orders.get(0));
                mixes.add(new MixFit.Counted(orders.size() - 1, known.size() - first - 1));
                sizes.add(new SizeFit.Series(
                        orders.stream().map(OrderDay::day).toList(),
                        orders.stream()
                                .map(order -> Math.log(order.quantities().getOrDefault(group, 1.0)))
                                .toList()));
            });
        }
        return new Fit(clocks, new Priors(RhythmFit.fit(rhythms), MixFit.fit(mixes), SizeFit.fit(sizes)));
    }

    private static List<OrderDay> before(int until, Taught customer) {
        return customer.orders().stream().filter(order -> order.day() < until).toList();
    }

    private static Map<String, List<OrderDay>> groups(List<OrderDay> orders) {
        Map<String, List<OrderDay>> groups = new TreeMap<>();
        for (OrderDay order : orders) {
            order.quantities().keySet().forEach(group -> groups.computeIfAbsent(group, ignored -> new ArrayList<>())
                    .add(order));
        }
        return groups;
    }

    private static OperationalClock clock(String segment, int firstDay, int until, Collection<Taught> customers) {
        double[] counts = new double[until - firstDay];
        double[] exposure = new double[until - firstDay];
        for (Taught customer : customers) {
            List<OrderDay> known = before(until, customer);
            if (!customer.segment().equals(segment) || known.size() < 2) {
                continue;
            }
            int first = known.get(0).day();
            int last = known.get(known.size() - 1).day();
            known.stream().skip(1).forEach(order -> counts[order.day() - firstDay]++);
            double gone = last + GONE_AFTER_GAPS * (last - first) / (known.size() - 1);
            for (int day = first + 1; day < Math.min(until, gone); day++) {
                exposure[day - firstDay]++;
            }
        }
        return SeasonFit.fit(firstDay, counts, exposure);
    }
}
