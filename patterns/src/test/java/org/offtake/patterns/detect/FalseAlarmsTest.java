package org.offtake.patterns.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Customers drawn from the priors who do not change: what a year of them may cost. */
class FalseAlarmsTest {
    private static final int CUSTOMERS = 2_000;
    private static final int UNTIL = 2 * Watched.YEAR;
    /** Evidence is cut here: a mean that single customers make cannot be tested. */
    private static final double LARGE = 300;

    private static final Map<Kind, Double> WHOLE =
            Stream.of(Kind.values()).collect(Collectors.toMap(kind -> kind, kind -> 1.0));

    private static Stream<Watched> unchanged(long seed) {
        return LongStream.range(0, CUSTOMERS)
                .parallel()
                .mapToObj(i -> Watched.of(new DrawnCustomer(seed + i), UNTIL, UNTIL, customer -> {}));
    }

    @Test
    void a_year_without_change_brings_evidence_of_about_one_at_most() {
        Budget never = new Budget(1e300, WHOLE, Map.of());
        List<Evidence> evidence = unchanged(1_000_000)
                .map(customer -> {
                    CustomerWatch watch = customer.taught(never);
                    customer.orders().stream()
                            .filter(order -> order.day() > Watched.YEAR)
                            .forEach(order -> watch.order(order, true));
                    return watch.evidence(UNTIL);
                })
                .toList();
        Map<Kind, Double> means = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            double mean = evidence.stream()
                    .mapToDouble(one -> Math.min(LARGE, one.of(kind)))
                    .average()
                    .orElseThrow();
            means.put(kind, mean);
            for (double threshold : new double[] {10, 30, 100}) {
                assertThat(evidence.stream()
                                .filter(one -> one.of(kind) >= threshold)
                                .count())
                        .as("%s of at least %s", kind, threshold)
                        .isLessThanOrEqualTo((long) (CUSTOMERS / threshold));
            }
        }
        assertThat(means).allSatisfy((kind, mean) -> assertThat(mean).isBetween(0.05, 1.5));
    }

    @Test
    void alarms_of_each_direction_stay_within_customer_years_over_the_threshold() {
        double threshold = 8;
        Map<Kind.Direction, Long> alarms = unchanged(2_000_000)
                .flatMap(customer -> customer.alarms(Budget.of(threshold)).stream())
                .collect(Collectors.groupingBy(alarm -> alarm.kind().direction(), Collectors.counting()));
        long bound = (long) (CUSTOMERS / threshold);
        assertThat(alarms).containsOnlyKeys(Kind.Direction.values()).allSatisfy((direction, count) -> assertThat(count)
                .isBetween(bound / 20, bound));
    }

    @Test
    void each_kind_has_its_share_and_those_of_a_direction_add_up_to_one() {
        Evidence one = new Evidence(1, 1, 1, 1, 1, 1).shared(Budget.of(10));
        assertThat(one.of(Kind.Direction.DOWN)).isCloseTo(1, within(1e-12));
        assertThat(one.of(Kind.Direction.UP)).isCloseTo(1, within(1e-12));
    }
}
