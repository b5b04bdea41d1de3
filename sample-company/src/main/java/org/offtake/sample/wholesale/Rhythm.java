package org.offtake.sample.wholesale;

import java.time.LocalDate;
import org.offtake.sample.chance.DemandClock;
import org.offtake.sample.chance.Dice;

/** The days on which one customer orders, one after the other. */
final class Rhythm {
    private static final double SLOWED = 0.35;

    private final Customer customer;
    private final DemandClock clock;
    private final Dice dice;
    private double reading;
    private LocalDate last = LocalDate.MIN;

    Rhythm(Customer customer, DemandClock clock, long seed) {
        this.customer = customer;
        this.clock = clock;
        this.dice = Dice.of(seed, "wholesale rhythm", customer.number());
        this.reading = clock.startOf(customer.since());
    }

    /** The next day with an order, or {@link LocalDate#MAX} when none is left in the horizon; never the same day twice. */
    LocalDate next() {
        LocalDate day = step();
        while (day.equals(last)) {
            day = step();
        }
        last = day;
        return stopsBefore(day) ? LocalDate.MAX : day;
    }

    private LocalDate step() {
        double from = reading;
        reading += dice.gamma(customer.regularity(), customer.meanGapDays());
        customer.deviation()
                .filter(it -> it.kind() == Deviation.Kind.SLOWDOWN)
                .ifPresent(it -> stretch(from, clock.startOf(it.onset())));
        return clock.dayAt(reading);
    }

    private void stretch(double from, double onset) {
        double slowFrom = Math.max(from, onset);
        if (reading > slowFrom) {
            reading = slowFrom + (reading - slowFrom) / SLOWED;
        }
    }

    private boolean stopsBefore(LocalDate day) {
        boolean gone = customer.mergedInto().isEmpty()
                && customer.endsEarly().filter(end -> !day.isBefore(end)).isPresent();
        return gone || customer.deviates(Deviation.Kind.STOP, day);
    }
}
