package org.offtake.patterns.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeChangeTest {
    private static final SizePrior PRIOR = new SizePrior(0.12, 12, 0.02, 2, 0.02);

    private static SizeChange usual(double... quantities) {
        SizeChange sizes = new SizeChange(PRIOR);
        for (int i = 0; i < 40; i++) {
            sizes.order(i * 7, Map.of("A", quantities[i % quantities.length], "B", 30.0), 0.02);
        }
        return sizes;
    }

    /** t.pdf of scipy with 12 degrees, 0.4 from the only line so far: .98 of it, and .02 of the odd ones' normal. */
    @Test
    void the_second_line_is_predicted_from_the_first_by_student() {
        GroupSize first = GroupSize.first(PRIOR, 0, 1);
        double odd = Math.exp(-0.16 / (2 * 2.12)) / Math.sqrt(2 * Math.PI * 2.12);
        assertThat(first.density(0, 1.4, 0)).isCloseTo(0.98 * 0.5612287451608028 + 0.02 * odd, within(1e-4));
        assertThat(first.density(0, 1.4, 0.4)).isGreaterThan(first.density(0, 1.4, 0));
    }

    @Test
    void an_odd_line_does_not_move_the_level() {
        GroupSize level = GroupSize.first(PRIOR, 0, 2);
        for (int day = 7; day < 200; day += 7) {
            level = level.observe(day, day % 2 == 0 ? 2.2 : 1.8);
        }
        assertThat(level.observe(203, 9).mean()).isCloseTo(level.mean(), within(0.03));
        assertThat(level.observe(203, 2.4).mean()).isGreaterThan(level.mean() + 0.01);
    }

    @Test
    void smaller_lines_speak_for_a_drop_and_usual_ones_against() {
        SizeChange smaller = usual(9, 10, 11);
        SizeChange same = usual(9, 10, 11);
        double before = smaller.dropped(280);
        smaller.order(280, Map.of("A", 4.0, "B", 12.0), 0);
        same.order(280, Map.of("A", 10.0, "B", 30.0), 0);
        assertThat(smaller.dropped(280)).isGreaterThan(3 * before);
        assertThat(same.dropped(280)).isLessThan(before);
        assertThat(smaller.droppedSince(280)).hasValue(273);
    }

    @Test
    void a_larger_line_speaks_for_a_jump_of_its_group() {
        SizeChange sizes = usual(9, 10, 11);
        double before = sizes.jumped(280);
        double drop = sizes.dropped(280);
        sizes.order(280, Map.of("A", 10.0, "B", 110.0), 0);
        assertThat(sizes.jumped(280)).isGreaterThan(3 * before);
        assertThat(sizes.dropped(280)).isLessThanOrEqualTo(drop);
        assertThat(sizes.jumpedGroup(280)).isEqualTo("B");
        assertThat(sizes.jumpedSince(280)).hasValue(273);
    }

    @Test
    void a_quantity_that_was_always_equal_is_seen_to_drop_by_any_half() {
        for (double factor : new double[] {0.65, 0.5, 0.4, 0.3, 0.2}) {
            SizeChange sizes = new SizeChange(PRIOR);
            for (int day = 0; day < 3_000; day++) {
                sizes.order(day, Map.of("A", 10.0), 0.003);
            }
            assertThat(sizes.dropped(3_000)).isLessThan(0.5);
            for (int day = 3_000; day < 3_020; day++) {
                sizes.order(day, Map.of("A", 10 * factor), 0.003);
            }
            assertThat(sizes.dropped(3_020)).as("times %s", factor).isGreaterThan(1_000);
        }
    }

    @Test
    void a_group_that_jumps_after_a_drop_that_was_told_returns_alone() {
        SizeChange sizes = usual(9, 10, 11);
        for (int day = 280; day < 350; day += 7) {
            sizes.order(day, Map.of("A", 4.0, "B", 12.0), 0.02);
        }
        assertThat(sizes.dropped(350)).isGreaterThan(100);
        sizes.acceptDrop(350);
        assertThat(sizes.dropped(350)).isZero();
        for (int day = 350; day < 400; day += 7) {
            sizes.order(day, Map.of("A", 4.0, "B", 40.0), 0.02);
        }
        assertThat(sizes.jumped(400)).isGreaterThan(1);
        assertThat(sizes.recovers(400)).isTrue();
        sizes.acceptRecovery(400);
        for (int day = 400; day < 500; day += 7) {
            sizes.order(day, Map.of("A", 4.0, "B", 40.0), 0.02);
            assertThat(sizes.dropped(day)).isLessThan(5);
            assertThat(sizes.jumped(day)).isLessThan(5);
        }
    }

    @Test
    void quantities_beyond_all_measure_stay_numbers() {
        SizeChange sizes = usual(1e12, 1e-12, 3);
        for (int day = 300; day < 2_000; day++) {
            sizes.order(day, Map.of("A", day % 2 == 0 ? 1e300 : 1e-300, "B", 1e12), 1);
            assertThat(sizes.dropped(day)).isFinite().isNotNegative();
            assertThat(sizes.jumped(day)).isFinite().isNotNegative();
        }
    }
}
