package org.offtake.patterns.detect;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.offtake.patterns.clock.OperationalClock;

/** A customer whose first year teaches and who is then asked every day. */
record Watched(List<OrderDay> orders, int until) {
    static final int YEAR = 365;

    /** What they do until {@code onset}, and from then on as {@code change} makes them. */
    static Watched of(DrawnCustomer customer, int onset, int until, java.util.function.Consumer<DrawnCustomer> change) {
        List<OrderDay> orders = new ArrayList<>(customer.orders(0, onset));
        change.accept(customer);
        orders.addAll(customer.orders(onset, until));
        return new Watched(orders, until);
    }

    CustomerWatch taught(Budget budget) {
        CustomerWatch watch = new CustomerWatch(DrawnCustomer.PRIORS, OperationalClock.calendar(), budget);
        orders.stream().filter(order -> order.day() <= YEAR).forEach(order -> watch.order(order, false));
        watch.watch();
        return watch;
    }

    List<Alarm> alarms(Budget budget) {
        CustomerWatch watch = taught(budget);
        List<Alarm> alarms = new ArrayList<>();
        Iterator<OrderDay> later =
                orders.stream().filter(order -> order.day() > YEAR).iterator();
        OrderDay next = later.hasNext() ? later.next() : null;
        for (int day = YEAR + 1; day <= until; day++) {
            if (next != null && next.day() == day) {
                watch.order(next, true);
                next = later.hasNext() ? later.next() : null;
            }
            watch.alarm(day).ifPresent(alarms::add);
        }
        return alarms;
    }

    long ordersTaught() {
        return orders.stream().filter(order -> order.day() <= YEAR).count();
    }
}
