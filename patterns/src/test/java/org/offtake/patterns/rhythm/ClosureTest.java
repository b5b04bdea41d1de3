package org.offtake.patterns.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.rhythm.RhythmPrior.Regularity;

/** A customer who orders every week, but for three weeks each August. */
class ClosureTest {
    private static final ClosurePrior CLOSURES = new ClosurePrior(Collections.nCopies(12, 0.03), 19, 0.8, 10);
    private static final int AUGUST = (int) LocalDate.of(2024, 8, 1).toEpochDay();

    private static RhythmPrior prior(ClosurePrior closures) {
        return new RhythmPrior(4, 40, List.of(new Regularity(1, 0.5), new Regularity(6, 0.5)), 0.02, closures);
    }

    /** Weekly from the day, so many times. */
    private static int weekly(Rhythm rhythm, int from, int times) {
        for (int i = 0; i < times; i++) {
            rhythm.observe(from + 7 * i);
        }
        return from + 7 * (times - 1);
    }

    @Test
    void a_closure_teaches_neither_the_gap_nor_the_regularity() {
        Rhythm closed = new Rhythm(prior(CLOSURES), OperationalClock.calendar());
        int last = weekly(closed, AUGUST - 7 * 11, 12);
        double gap = closed.belief().expectedGap();
        double regular = closed.belief().weights()[1];
        closed.observe(last + 26);
        assertThat(closed.belief().expectedGap()).isCloseTo(gap, within(0.5));
        assertThat(closed.belief().weights()[0]).isLessThan(2 * (1 - regular));

        Rhythm never = new Rhythm(prior(ClosurePrior.none()), OperationalClock.calendar());
        weekly(never, AUGUST - 7 * 11, 12);
        never.observe(last + 26);
        assertThat(never.belief().weights()[0]).isGreaterThan(20 * (1 - regular));
        assertThat(never.belief().expectedGap()).isGreaterThan(gap + 1);
    }

    @Test
    void a_closure_that_came_last_year_at_this_time_is_no_surprise() {
        RhythmChange usual = new RhythmChange(new Rhythm(prior(CLOSURES), OperationalClock.calendar()));
        RhythmChange other = new RhythmChange(new Rhythm(prior(CLOSURES), OperationalClock.calendar()));
        int begins = AUGUST - 7 * 30;
        for (int day = begins; day <= AUGUST + 364; day += 7) {
            if (day <= AUGUST || day > AUGUST + 21) {
                usual.order(day, true);
            }
            if (day <= AUGUST + 182 || day > AUGUST + 203) {
                other.order(day, true);
            }
        }
        int day = AUGUST + 364 + 21;
        assertThat(usual.usual().lastDay()).isEqualTo(AUGUST + 364);
        assertThat(other.usual().lastDay()).isEqualTo(AUGUST + 364);
        assertThat(usual.evidence(day).stopped()).isLessThan(0.1);
        assertThat(other.evidence(day).stopped())
                .isGreaterThan(5 * usual.evidence(day).stopped());
        assertThat(usual.evidence(AUGUST + 364 + 80).stopped()).isGreaterThan(20);
    }

    @Test
    void the_chance_of_a_closure_is_a_probability_for_any_gap() {
        ClosureMemory known = ClosureMemory.from(AUGUST).closedIn(AUGUST, AUGUST + 26);
        for (ClosureMemory memory : List.of(ClosureMemory.from(AUGUST), known)) {
            for (int days = 0; days < 4_000; days += 13) {
                assertThat(memory.chance(CLOSURES, AUGUST + 300, AUGUST + 300 + days))
                        .isBetween(0.0, 0.95);
            }
        }
        assertThat(known.chance(CLOSURES, AUGUST + 350, AUGUST + 400)).isGreaterThan(0.7);
        assertThat(known.chance(CLOSURES, AUGUST + 30, AUGUST + 60)).isZero();
    }
}
