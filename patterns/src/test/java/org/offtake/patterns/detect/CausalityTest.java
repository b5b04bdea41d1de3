package org.offtake.patterns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What was told on a day must not depend on what came later, or one day's work could not be added to the last. */
class CausalityTest {
    private static final int UNTIL = 3 * Watched.YEAR;

    @Test
    void alarms_up_to_a_day_do_not_depend_on_orders_after_it() {
        SplittableRandom random = new SplittableRandom(5);
        int told = 0;
        for (int i = 0; i < 150; i++) {
            Watched whole = Watched.of(
                    new DrawnCustomer(70_000 + i),
                    Watched.YEAR + random.nextInt(400),
                    UNTIL,
                    CHANGES.get(i % CHANGES.size()));
            List<Alarm> alarms = whole.alarms(Budget.of(5));
            told += alarms.size();
            for (int cut = 0; cut < 3; cut++) {
                int last = Watched.YEAR + random.nextInt(UNTIL - Watched.YEAR);
                Watched cutOff = new Watched(
                        whole.orders().stream()
                                .filter(order -> order.day() <= last)
                                .toList(),
                        last);
                assertThat(cutOff.alarms(Budget.of(5)))
                        .isEqualTo(alarms.stream()
                                .filter(alarm -> alarm.day() <= last)
                                .toList());
            }
        }
        assertThat(told).isGreaterThan(100);
    }

    private static final List<java.util.function.Consumer<DrawnCustomer>> CHANGES = List.of(
            customer -> customer.changeRate(0.3),
            customer -> customer.changeRate(3),
            customer -> customer.changeSizes(0.4),
            customer -> customer.changeSize("G0", 5),
            customer -> customer.changeIncidence("G0", 0));

    @Test
    void asking_for_the_evidence_changes_nothing() {
        for (int i = 0; i < 30; i++) {
            Watched customer = Watched.of(new DrawnCustomer(80_000 + i), 400, UNTIL, CHANGES.get(i % CHANGES.size()));
            CustomerWatch quiet = customer.taught(Budget.of(5));
            CustomerWatch asked = customer.taught(Budget.of(5));
            List<Alarm> first = new ArrayList<>();
            List<Alarm> second = new ArrayList<>();
            for (OrderDay order : customer.orders()) {
                if (order.day() > Watched.YEAR) {
                    quiet.order(order, true);
                    asked.order(order, true);
                    assertThat(asked.evidence(order.day())).isEqualTo(quiet.evidence(order.day()));
                    asked.evidence(order.day() + 40);
                    quiet.alarm(order.day()).ifPresent(first::add);
                    asked.alarm(order.day()).ifPresent(second::add);
                }
            }
            assertThat(second).isEqualTo(first);
        }
    }
}
