package org.offtake.patterns.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalClock;

class HostileOrdersTest {
    private static final Map<String, Double> ONE = Map.of("A", 1.0);

    private static CustomerWatch watch() {
        return new CustomerWatch(DrawnCustomer.PRIORS, OperationalClock.calendar(), Budget.of(20));
    }

    private static void isANumber(Evidence evidence) {
        for (Kind kind : Kind.values()) {
            assertThat(evidence.of(kind)).as(kind.name()).isFinite().isNotNegative();
        }
    }

    /** Orders from day 0 on, asked on each of their days and long after; alarms must be numbers too. */
    private static long alarms(CustomerWatch watch, int orders, int gap, IntFunction<Map<String, Double>> quantities) {
        long alarms = 0;
        for (int order = 0; order < orders; order++) {
            int day = order * gap;
            watch.order(new OrderDay(day, quantities.apply(order)), order > 5);
            isANumber(watch.evidence(day));
            for (int asked : new int[] {day, day + gap / 2}) {
                var alarm = watch.alarm(asked);
                alarm.ifPresent(told -> {
                    assertThat(told.evidence()).isFinite();
                    assertThat(told.probability()).isBetween(0.0, 1.0);
                    assertThat(told.since()).isLessThanOrEqualTo(asked);
                });
                alarms += alarm.isPresent() ? 1 : 0;
            }
        }
        isANumber(watch.evidence(orders * gap + 3_650));
        return alarms;
    }

    @Test
    void without_an_order_or_with_one_there_is_nothing_to_say() {
        CustomerWatch none = watch();
        none.watch();
        assertThat(none.evidence(5_000)).isEqualTo(new Evidence(0, 0, 0, 0, 0, 0));
        assertThat(none.alarm(5_000)).isEmpty();
        CustomerWatch one = watch();
        one.order(new OrderDay(10, ONE), true);
        one.watch();
        for (int day : new int[] {10, 11, 400, 40_000, 4_000_000}) {
            assertThat(one.evidence(day)).isEqualTo(new Evidence(0, 0, 0, 0, 0, 0));
            assertThat(one.alarm(day)).isEmpty();
        }
    }

    @Test
    void two_orders_and_silence_are_too_little_to_say_anything_for_sure() {
        CustomerWatch two = watch();
        two.order(new OrderDay(10, ONE), true);
        two.order(new OrderDay(11, ONE), true);
        for (int day = 11; day < 8_000; day++) {
            isANumber(two.evidence(day));
        }
    }

    @Test
    void orders_of_one_day_are_told_together() {
        CustomerWatch watch = watch();
        watch.order(new OrderDay(10, ONE), true);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> watch.order(new OrderDay(10, ONE), true))
                .withMessageContaining("day 10 after one of day 10")
                .withMessageContaining("together");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> watch.order(new OrderDay(9, ONE), true));
    }

    @Test
    void a_day_before_the_last_order_is_not_answered_for() {
        CustomerWatch watch = watch();
        watch.order(new OrderDay(10, ONE), true);
        watch.order(new OrderDay(5_000, ONE), true);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> watch.evidence(4_999))
                .withMessageContaining("tell no orders of later days before");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> watch.alarm(11));
        isANumber(watch.evidence(5_000));
    }

    @Test
    void a_quantity_that_is_not_above_0_is_no_order() {
        for (double quantity : new double[] {0, -0.0, -3, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new OrderDay(1, Map.of("A", quantity)))
                    .withMessageContaining(quantity + " of A");
        }
    }

    @Test
    void days_on_which_nothing_remained_still_make_a_rhythm() {
        assertThat(alarms(watch(), 100, 10, order -> Map.of())).isZero();
    }

    @Test
    void a_customer_who_is_the_same_for_ever_gives_no_alarm() {
        for (int gap : new int[] {5, 7, 30, 90}) {
            assertThat(alarms(watch(), 400, gap, order -> Map.of("A", 10.0, "B", 1.0)))
                    .as("every %s days", gap)
                    .isZero();
        }
    }

    /** Fewer orders than that teach leave the prior in the right, which knows no such customers. */
    @Test
    void a_rhythm_that_the_prior_does_not_know_is_told_at_most_once() {
        for (int gap : new int[] {1, 365}) {
            assertThat(alarms(watch(), 400, gap, order -> ONE))
                    .as("every %s days", gap)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void quantities_beyond_measure_and_groups_without_end_stay_numbers() {
        alarms(watch(), 300, 7, order -> Map.of("A", order % 40 == 39 ? 1e12 : 5.0));
        alarms(watch(), 300, 7, order -> Map.of("A", order % 2 == 0 ? 1e300 : 1e-300));
        alarms(watch(), 200, 7, order -> Map.of("G" + order, 5.0));
    }

    @Test
    void gaps_of_ten_years_are_borne() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 50; i++) {
            CustomerWatch watch = watch();
            int day = 0;
            for (int order = 0; order < 60; order++) {
                day += random.nextInt(10) == 0 ? 3_650 : 1 + random.nextInt(20);
                watch.order(new OrderDay(day, ONE), random.nextBoolean());
                isANumber(watch.evidence(day));
                watch.alarm(day + random.nextInt(2));
                isANumber(watch.evidence(day + 3_650));
                day++;
            }
        }
    }

    @Test
    void evidence_that_is_never_told_stays_a_number() {
        CustomerWatch watch = watch();
        SplittableRandom random = new SplittableRandom(3);
        int day = 0;
        for (int order = 0; order < 5_000; order++) {
            int regime = order / 100 % 4;
            day += regime == 0 ? 1 : regime == 1 ? 200 : 10;
            watch.order(new OrderDay(day, Map.of(random.nextInt(9) == 0 ? "B" : "A", regime == 2 ? 1e9 : 1e-9)), true);
            isANumber(watch.evidence(day));
            isANumber(watch.evidence(day + 500));
        }
    }

    @Test
    void what_is_kept_of_a_customer_does_not_grow_with_their_orders() {
        CustomerWatch watch = watch();
        SplittableRandom random = new SplittableRandom(4);
        int few = 0;
        long begun = System.nanoTime();
        for (int order = 0; order < 60_000; order++) {
            Map<String, Double> quantities =
                    order < 100 ? Map.of("A", 5.0, "B", 2.0, "C", 1.0) : Map.of("A", 5 + random.nextDouble());
            watch.order(new OrderDay(order * 3, quantities), true);
            watch.alarm(order * 3);
            if (order == 1_000) {
                few = held(watch, Collections.newSetFromMap(new IdentityHashMap<>()));
            }
        }
        assertThat(held(watch, Collections.newSetFromMap(new IdentityHashMap<>())))
                .isLessThan(2 * few);
        assertThat(System.nanoTime() - begun).isLessThan(40_000_000_000L);
    }

    /** Things that are reached from a thing, each once. */
    private static int held(@Nullable Object thing, Set<Object> seen) {
        if (thing == null || !seen.add(thing) || thing instanceof Enum<?> || thing instanceof OperationalClock) {
            return 0;
        }
        if (thing instanceof Collection<?> many) {
            return 1 + many.stream().mapToInt(one -> held(one, seen)).sum();
        }
        if (thing instanceof Map<?, ?> map) {
            return 1 + map.values().stream().mapToInt(one -> held(one, seen)).sum();
        }
        if (!thing.getClass().getName().startsWith("org.offtake")) {
            return 1;
        }
        return 1
                + Arrays.stream(thing.getClass().getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .mapToInt(field -> held(read(field, thing), seen))
                        .sum();
    }

    private static @Nullable Object read(Field field, Object thing) {
        try {
            field.setAccessible(true);
            return field.get(thing);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    @Test
    void the_quick_look_is_never_below_what_is_there() {
        for (int i = 0; i < 60; i++) {
            Watched customer = Watched.of(new DrawnCustomer(90_000 + i), 400, 900, any -> {});
            CustomerWatch quick = customer.taught(Budget.of(2));
            for (OrderDay order : customer.orders()) {
                if (order.day() > Watched.YEAR) {
                    quick.order(order, true);
                }
            }
            int last = customer.orders().get(customer.orders().size() - 1).day();
            for (int day = Math.max(last, Watched.YEAR); day < last + 400; day++) {
                Evidence evidence = quick.evidence(day);
                boolean enough =
                        List.of(Kind.Direction.values()).stream().anyMatch(direction -> evidence.of(direction) >= 2);
                if (enough) {
                    assertThat(quick.alarm(day)).isPresent();
                    break;
                }
            }
        }
    }
}
