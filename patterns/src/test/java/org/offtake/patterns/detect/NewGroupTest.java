package org.offtake.patterns.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.mix.MixWatch;
import org.offtake.patterns.rhythm.Rhythm;
import org.offtake.patterns.rhythm.RhythmChange;

class NewGroupTest {
    /** That it was in the order which made it known says nothing about how often it is in others. */
    @Test
    void the_order_a_group_is_first_in_is_no_evidence_of_its_share() {
        CustomerWatch watch =
                new CustomerWatch(DrawnCustomer.PRIORS, OperationalClock.calendar(), Budget.of(1_000_000));
        RhythmChange rhythm = new RhythmChange(new Rhythm(DrawnCustomer.PRIORS.rhythm(), OperationalClock.calendar()));
        MixWatch group = new MixWatch(DrawnCustomer.PRIORS.mix());
        for (int day = 0; day <= 100; day += 10) {
            watch.order(new OrderDay(day, day == 0 ? Map.of("A", 1.0) : Map.of()), day > 0);
            rhythm.order(day, day > 0);
            if (day > 0) {
                group.order(day, false, rhythm.isKnown() ? rhythm.weight() : 0);
            }
        }
        assertThat(watch.evidence(100).groupStopped())
                .isGreaterThan(0)
                .isCloseTo(Budget.of(1).share(Kind.GROUP_STOPPED) * group.evidence(), within(1e-12));
    }
}
