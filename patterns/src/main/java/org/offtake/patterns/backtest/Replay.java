package org.offtake.patterns.backtest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.detect.Alarm;
import org.offtake.patterns.detect.Budget;
import org.offtake.patterns.detect.CustomerWatch;
import org.offtake.patterns.detect.Fit;
import org.offtake.patterns.detect.OrderDay;

/** Every day of the scored year as it would have been told, customer by customer. */
public record Replay(LabelledSet set, Fit fit) {
    /** Alarms by customer, in the order of their days; customers without one are left out. */
    public Map<String, List<Alarm>> alarms(Budget budget) {
        return set.customers().values().parallelStream()
                .filter(customer -> !set.excluded().contains(customer.id()))
                .map(customer -> Map.entry(customer.id(), alarms(customer, budget)))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (left, right) -> left, TreeMap::new));
    }

    private List<Alarm> alarms(Customer customer, Budget budget) {
        CustomerWatch watch = new CustomerWatch(fit.priors(), fit.clock(customer.segment()), budget);
        List<Alarm> alarms = new ArrayList<>();
        Iterator<OrderDay> orders = customer.orders().iterator();
        OrderDay next = orders.hasNext() ? orders.next() : null;
        while (next != null && next.day() < set.scoredFrom()) {
            watch.order(next, false);
            next = orders.hasNext() ? orders.next() : null;
        }
        watch.watch();
        for (int day = set.scoredFrom(); day <= set.lastDay(); day++) {
            if (next != null && next.day() == day) {
                watch.order(next, true);
                next = orders.hasNext() ? orders.next() : null;
            }
            watch.alarm(day).ifPresent(alarms::add);
        }
        return alarms;
    }
}
