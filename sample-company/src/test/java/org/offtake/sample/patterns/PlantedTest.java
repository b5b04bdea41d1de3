package org.offtake.sample.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantedTest {
    private static final int COUNT = 2_000;
    private static final LabelledPatterns SET = LabelledPatterns.of(11, COUNT);
    private static final List<Buyer> BUYERS =
            IntStream.range(0, COUNT).mapToObj(it -> Buyer.drawn(11, it)).toList();

    @Test
    void after_a_stop_nothing_is_ordered() {
        assertThat(deviating(Deviation.Kind.STOP))
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(baskets(it)).isNotEmpty().allMatch(basket -> basket.day() < onset(it)));
    }

    @Test
    void a_slowed_customer_orders_at_a_third_of_its_pace() {
        List<Buyer> slowed = deviating(Deviation.Kind.SLOW);

        double before = sum(slowed, it -> orders(it, basket -> basket.day() < onset(it)));
        double expected = sum(slowed, it -> readings(it, onset(it)));
        double after = sum(slowed, it -> orders(it, basket -> basket.day() >= onset(it)));
        double remaining = sum(slowed, it -> readings(it, TwoYears.DAYS) - readings(it, onset(it)));
        assertThat(after / remaining / (before / expected)).isCloseTo(Deviation.SLOWED, within(0.06));
    }

    @Test
    void a_group_that_stops_is_on_no_order_and_the_others_go_on() {
        List<Buyer> stopped = deviating(Deviation.Kind.GROUP_STOP);

        assertThat(stopped).hasSizeGreaterThan(20).allSatisfy(it -> assertThat(quantity(it, group(it), onset(it), 999))
                .isZero());
        assertThat(sum(stopped, it -> quantity(it, group(it), 0, onset(it)))).isGreaterThan(5_000);
        assertThat(sum(stopped, it -> orders(it, basket -> basket.day() >= onset(it))))
                .isGreaterThan(400);
    }

    @Test
    void after_a_size_drop_quantities_are_two_fifths() {
        double ratio = meanLogRatio(deviating(Deviation.Kind.SIZE_DROP), TwoYears.DAYS);

        assertThat(ratio).isCloseTo(Deviation.SHRUNK, within(0.06));
    }

    @Test
    void a_spike_is_four_times_the_quantity_of_one_group_for_forty_five_days() {
        List<Buyer> spiking = deviating(Deviation.Kind.SPIKE);

        assertThat(meanLogRatio(spiking, Deviation.SPIKE_DAYS)).isCloseTo(4, within(0.8));
        assertThat(spiking).allSatisfy(it -> assertThat(deviation(it).size(group(it), onset(it) + 45))
                .isEqualTo(1));
    }

    @Test
    void nobody_orders_on_a_weekend_on_a_holiday_of_its_own_or_after_it_left() {
        assertThat(BUYERS).allSatisfy(buyer -> assertThat(baskets(buyer))
                .allMatch(it -> it.day() % 7 < 5)
                .allMatch(it ->
                        buyer.leaves().isEmpty() || it.day() < buyer.leaves().getAsInt())
                .allMatch(it -> it.day() >= buyer.begins()));
        // An order decided on in the weekend before a holiday is entered on its first Monday.
        assertThat(BUYERS).allSatisfy(buyer -> assertThat(baskets(buyer)).noneMatch(it -> buyer.closure()
                .filter(c -> c.holds(it.day()) && c.holds(it.day() - 3))
                .isPresent()));
    }

    @Test
    void the_true_rate_is_what_customers_order_at() {
        List<Buyer> calm = BUYERS.stream()
                .filter(it -> it.deviation().isEmpty() && it.leaves().isEmpty())
                .toList();

        double ordered = sum(calm, it -> SET.rhythm(it).days().stream()
                .filter(day -> day >= TwoYears.YEAR)
                .count());
        double expected = sum(
                calm,
                it -> (readings(it, TwoYears.DAYS) - readings(it, TwoYears.YEAR))
                        / SET.rhythm(it).gapAfterYearOne());
        assertThat(ordered / expected).isCloseTo(1, within(0.03));
    }

    /** Ratio of quantities from the onset for some days to those before it, over the lines of the deviation's group if it has one. */
    private static double meanLogRatio(List<Buyer> buyers, int days) {
        return StrictMath.exp(buyers.stream()
                .flatMap(it -> baskets(it).stream()
                        .filter(basket -> basket.day() >= onset(it) && basket.day() < onset(it) + days)
                        .flatMap(basket -> basket.lines().stream())
                        .filter(line ->
                                deviation(it).habit().map(line.habit()::equals).orElse(true))
                        .filter(line -> line.habit().logSize() > 2)
                        .map(line -> StrictMath.log((double) line.quantity())
                                - line.habit().logSize()))
                .mapToDouble(it -> it)
                .average()
                .orElseThrow());
    }

    private static List<Buyer> deviating(Deviation.Kind kind) {
        return BUYERS.stream()
                .filter(it -> it.deviation().filter(d -> d.kind() == kind).isPresent())
                .filter(it -> it.begins() == 0 && it.meanGap() < 40)
                .toList();
    }

    private static List<Basket> baskets(Buyer buyer) {
        return SET.baskets(buyer, SET.rhythm(buyer));
    }

    private static double orders(Buyer buyer, Predicate<Basket> which) {
        return baskets(buyer).stream().filter(which).count();
    }

    private static double quantity(Buyer buyer, Habit habit, int from, int before) {
        return baskets(buyer).stream()
                .filter(it -> it.day() >= from && it.day() < before)
                .flatMap(it -> it.lines().stream())
                .filter(it -> it.habit().equals(habit))
                .mapToLong(Basket.Line::quantity)
                .sum();
    }

    private static double readings(Buyer buyer, int day) {
        return buyer.clock().startOf(TwoYears.date(day));
    }

    private static Deviation deviation(Buyer buyer) {
        return buyer.deviation().orElseThrow();
    }

    private static int onset(Buyer buyer) {
        return deviation(buyer).onset();
    }

    private static Habit group(Buyer buyer) {
        return deviation(buyer).habit().orElseThrow();
    }

    private static double sum(List<Buyer> buyers, ToDoubleFunction<Buyer> value) {
        return buyers.stream().mapToDouble(value).sum();
    }
}
