package org.offtake.patterns.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MixWatchTest {
    private static final MixPrior PRIOR = new MixPrior(3, 2);

    /** Beta(3, 2), then 3/6 after an order without the group, 3/7 after two; a tenth of it when the group has left. */
    @Test
    void evidence_is_the_sum_over_beginnings_worked_out_by_hand() {
        MixWatch watch = new MixWatch(PRIOR);
        watch.order(1, false, 0.05);
        assertThat(watch.evidence()).isEqualTo(0.05);
        watch.order(2, false, 0.05);
        assertThat(watch.evidence()).isCloseTo(0.05 * 0.95 / 0.5 + 0.05, within(1e-12));
        watch.order(3, true, 0);
        assertThat(watch.evidence())
                .isCloseTo(0.05 * 0.95 / 0.5 * 0.05 / (3 / 7.0) + 0.05 * (0.3 / 7) / (3 / 7.0), within(1e-12));
        assertThat(watch.probability()).isCloseTo(4 / 8.0, within(1e-12));
    }

    @Test
    void an_order_without_the_group_speaks_for_its_leaving_and_one_with_it_against() {
        MixWatch without = often();
        MixWatch with = often();
        double before = without.evidence();
        without.order(31, false, 0);
        with.order(31, true, 0);
        assertThat(without.evidence()).isGreaterThan(before);
        assertThat(with.evidence()).isLessThan(before);
        assertThat(without.absent()).isEqualTo(1);
        assertThat(with.absent()).isZero();
    }

    @Test
    void it_says_after_which_order_the_group_left() {
        MixWatch watch = often();
        for (int day = 31; day <= 40; day++) {
            watch.order(day, false, 0.05);
        }
        assertThat(watch.since()).hasValue(30);
    }

    private static MixWatch often() {
        MixWatch watch = new MixWatch(PRIOR);
        for (int day = 1; day <= 30; day++) {
            watch.order(day, day % 5 != 0 || day == 30, 0.05);
        }
        return watch;
    }

    @Test
    void a_leaving_that_was_accepted_does_not_become_evidence_again() {
        MixWatch watch = often();
        for (int day = 31; day <= 50; day++) {
            watch.order(day, false, 0.05);
        }
        assertThat(watch.evidence()).isGreaterThan(1_000);
        watch.accept();
        assertThat(watch.evidence()).isZero();
        for (int day = 51; day <= 150; day++) {
            watch.order(day, false, 0.05);
            assertThat(watch.evidence()).isLessThan(2);
        }
    }

    @Test
    void a_group_that_came_back_after_an_accepted_leaving_can_leave_again() {
        MixWatch watch = often();
        watch.accept();
        for (int day = 31; day <= 60; day++) {
            watch.order(day, true, 0.05);
        }
        for (int day = 61; day <= 80; day++) {
            watch.order(day, false, 0.05);
        }
        assertThat(watch.evidence()).isGreaterThan(1_000);
        assertThat(watch.since()).hasValue(60);
    }

    /** Forgetting does not lead to certainty, which is 0 / 0 when it is wrong. */
    @Test
    void a_group_that_was_in_every_order_of_a_lifetime_or_in_none_is_never_certain() {
        for (boolean present : new boolean[] {true, false}) {
            MixWatch watch = new MixWatch(PRIOR);
            for (int day = 1; day <= 100_000; day++) {
                watch.order(day, present, 0.01);
            }
            assertThat(watch.probability()).isBetween(0.001, 0.999);
            watch.order(100_001, !present, 0.01);
            watch.order(100_002, present, 0.01);
            assertThat(watch.evidence()).isFinite().isLessThan(50);
        }
    }
}
