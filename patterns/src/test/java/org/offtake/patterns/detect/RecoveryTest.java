package org.offtake.patterns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Customers who drop, and then return to what they were. */
class RecoveryTest {
    private static final int CUSTOMERS = 200;
    private static final int DROP = Watched.YEAR + 30;
    private static final int RETURN = DROP + 250;
    private static final int UNTIL = RETURN + 300;

    /** What was told after the return to those who were told of the drop. */
    private static List<Alarm> after(
            long seed, Kind kind, Consumer<DrawnCustomer> drop, Consumer<DrawnCustomer> comeBack) {
        List<List<Alarm>> told = LongStream.range(0, CUSTOMERS)
                .parallel()
                .mapToObj(i -> {
                    DrawnCustomer customer = new DrawnCustomer(seed + i);
                    List<OrderDay> orders = new ArrayList<>(customer.orders(0, DROP));
                    drop.accept(customer);
                    orders.addAll(customer.orders(DROP, RETURN));
                    comeBack.accept(customer);
                    orders.addAll(customer.orders(RETURN, UNTIL));
                    return new Watched(orders, UNTIL);
                })
                .filter(customer -> customer.ordersTaught() >= 20)
                .map(customer -> customer.alarms(Budget.of(20)))
                .filter(alarms -> alarms.stream().anyMatch(alarm -> alarm.kind() == kind && alarm.day() < RETURN))
                .toList();
        assertThat(told.size()).isGreaterThan(25);
        return told.stream()
                .flatMap(List::stream)
                .filter(alarm -> alarm.day() > RETURN)
                .toList();
    }

    @Test
    void quantities_that_return_after_a_drop_that_was_told_are_no_news() {
        assertThat(after(
                        1_000,
                        Kind.SIZE_DROPPED,
                        customer -> customer.changeSizes(0.4),
                        customer -> customer.changeSizes(2.5)))
                .extracting(Alarm::kind)
                .filteredOn(kind -> kind == Kind.SIZE_JUMPED || kind == Kind.SIZE_DROPPED)
                .hasSizeLessThan(10);
    }

    @Test
    void a_rhythm_that_returns_after_a_slow_down_that_was_told_is_no_news() {
        assertThat(after(
                        2_000,
                        Kind.SLOWER,
                        customer -> customer.changeRate(0.35),
                        customer -> customer.changeRate(1 / 0.35)))
                .extracting(Alarm::kind)
                .filteredOn(kind -> kind == Kind.FASTER || kind == Kind.SLOWER || kind == Kind.STOPPED)
                .hasSizeLessThan(10);
    }

    @Test
    void a_jump_that_ends_is_no_news() {
        assertThat(after(
                        3_000,
                        Kind.SIZE_JUMPED,
                        customer -> customer.changeSize("G0", 5),
                        customer -> customer.changeSize("G0", 0.2)))
                .extracting(Alarm::kind)
                .filteredOn(kind -> kind == Kind.SIZE_JUMPED)
                .hasSizeLessThan(6);
    }

    @Test
    void a_customer_who_became_faster_and_was_told_of_and_then_stops_is_told_of_again() {
        List<OrderDay> orders = new ArrayList<>();
        for (int day = 0; day < Watched.YEAR + 60; day += 28) {
            orders.add(new OrderDay(day, Map.of("G0", 10.0)));
        }
        int last = orders.get(orders.size() - 1).day();
        List<Alarm> alarms = List.of();
        while (alarms.stream().noneMatch(alarm -> alarm.kind() == Kind.FASTER)) {
            last += 6;
            orders.add(new OrderDay(last, Map.of("G0", 10.0)));
            alarms = new Watched(orders, last).alarms(Budget.of(5));
        }
        int stopped = last;
        assertThat(new Watched(orders, stopped + 700).alarms(Budget.of(5)))
                .anyMatch(alarm -> alarm.day() > stopped && alarm.kind().direction() == Kind.Direction.DOWN);
    }
}
