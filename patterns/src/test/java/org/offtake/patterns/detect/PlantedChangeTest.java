package org.offtake.patterns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Customers whose every order comes as the priors say until a change is planted. */
class PlantedChangeTest {
    private static final int CUSTOMERS = 250;
    private static final int ONSET = Watched.YEAR + 60;
    private static final int UNTIL = ONSET + 2 * Watched.YEAR;
    private static final double THRESHOLD = 20;

    /** What was told after the onset, of each customer with enough of a history. */
    private static List<List<Alarm>> told(long seed, Consumer<DrawnCustomer> change) {
        return LongStream.range(0, CUSTOMERS)
                .parallel()
                .mapToObj(i -> Watched.of(new DrawnCustomer(seed + i), ONSET, UNTIL, change))
                .filter(customer -> customer.ordersTaught() >= 20)
                .map(customer -> customer.alarms(Budget.of(THRESHOLD)).stream()
                        .filter(alarm -> alarm.day() > ONSET)
                        .toList())
                .toList();
    }

    private static void isFound(List<List<Alarm>> told, double share, Predicate<Alarm> right) {
        List<Alarm> first = told.stream()
                .filter(alarms -> !alarms.isEmpty())
                .map(alarms -> alarms.get(0))
                .toList();
        assertThat(first).hasSizeGreaterThan((int) (share * told.size()));
        assertThat(first.stream().filter(right).count()).isGreaterThan((long) (0.93 * first.size()));
    }

    /** Later ones may be false, at the rate that false ones come. */
    private static void isToldOnce(List<List<Alarm>> told, Predicate<Alarm> same) {
        long again = told.stream()
                .mapToLong(alarms -> alarms.stream()
                        .skip(1)
                        .filter(same)
                        .filter(alarm -> alarm.day() < alarms.get(0).day() + 180)
                        .count())
                .sum();
        assertThat(again).isLessThanOrEqualTo(told.size() / 25);
    }

    /** Half of all changes are dated within a few weeks of when they began. */
    private static void isDated(List<List<Alarm>> told, int days) {
        long near = told.stream()
                .filter(alarms -> !alarms.isEmpty() && Math.abs(alarms.get(0).since() - ONSET) <= days)
                .count();
        assertThat(near).isGreaterThan(told.size() / 2);
    }

    private static Predicate<Alarm> is(Kind... kinds) {
        return alarm -> List.of(kinds).contains(alarm.kind());
    }

    @Test
    void a_stop_is_told_once_and_dated_by_the_last_order() {
        List<List<Alarm>> told = told(10_000, customer -> customer.changeRate(1e-9));
        isFound(told, 0.98, is(Kind.STOPPED, Kind.SLOWER));
        isToldOnce(told, alarm -> true);
        isDated(told, 25);
    }

    @Test
    void a_slow_down_is_told_once() {
        List<List<Alarm>> told = told(20_000, customer -> customer.changeRate(0.35));
        isFound(told, 0.6, is(Kind.STOPPED, Kind.SLOWER));
        isToldOnce(told, is(Kind.STOPPED, Kind.SLOWER));
    }

    @Test
    void a_faster_rhythm_is_told_once() {
        List<List<Alarm>> told = told(30_000, customer -> customer.changeRate(2.5));
        isFound(told, 0.6, alarm -> alarm.kind().direction() == Kind.Direction.UP);
        isToldOnce(told, is(Kind.FASTER));
    }

    @Test
    void a_group_that_left_is_named_and_told_once() {
        List<List<Alarm>> told = told(40_000, customer -> customer.changeIncidence("G0", 0));
        isFound(told, 0.9, is(Kind.GROUP_STOPPED).and(alarm -> alarm.group().equals("G0")));
        isToldOnce(told, is(Kind.GROUP_STOPPED));
        isDated(told, 40);
    }

    @Test
    void smaller_quantities_are_told_once() {
        List<List<Alarm>> told = told(50_000, customer -> customer.changeSizes(0.4));
        isFound(told, 0.9, is(Kind.SIZE_DROPPED));
        isToldOnce(told, is(Kind.SIZE_DROPPED));
        isDated(told, 30);
    }

    @Test
    void a_jump_of_one_group_is_named_and_told_once() {
        List<List<Alarm>> told = told(60_000, customer -> customer.changeSize("G0", 4));
        isFound(told, 0.75, is(Kind.SIZE_JUMPED).and(alarm -> alarm.group().equals("G0")));
        isToldOnce(told, is(Kind.SIZE_JUMPED));
        isDated(told, 45);
    }
}
