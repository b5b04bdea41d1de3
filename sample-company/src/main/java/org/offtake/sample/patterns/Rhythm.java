package org.offtake.sample.patterns;

import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.chance.DemandClock;
import org.offtake.sample.chance.Dice;

/**
 * The days on which a customer orders.
 *
 * @param days counted from the first, ascending; two orders decided on in one weekend are both Monday's
 * @param gapAfterYearOne mean gap in operational days as it stands at the end of day 364, before any deviation
 */
record Rhythm(List<Integer> days, double gapAfterYearOne) {
    /** Standard deviation of the logarithm of the mean gap after one year of its random walk. */
    static final double DRIFT = 0.14;

    /** Gaps are gamma of the regularity's shape; the first one is what is left of a gap that began before (length-biased). */
    static Rhythm of(Buyer buyer, DemandClock clock, Dice dice) {
        double gap = buyer.meanGap();
        double gapAfterYearOne = gap;
        double yearOne = clock.startOf(TwoYears.date(TwoYears.YEAR));
        double end = clock.startOf(TwoYears.date(TwoYears.DAYS));
        double shape = buyer.regularity();
        double reading = clock.startOf(TwoYears.date(buyer.begins()))
                + dice.between(0.0, 1.0) * dice.gamma(shape + 1, gap * (shape + 1) / shape);
        List<Integer> days = new ArrayList<>();
        while (reading < end) {
            int day = TwoYears.entered(TwoYears.day(clock.dayAt(reading)));
            if (day < TwoYears.DAYS && buyer.buysOn(day)) {
                days.add(day);
            }
            double next = slowed(buyer, clock, reading, reading + dice.gamma(shape, gap));
            gap *= StrictMath.exp(dice.normal(0, DRIFT * StrictMath.sqrt((next - reading) / TwoYears.YEAR)));
            reading = next;
            if (reading < yearOne) {
                gapAfterYearOne = gap;
            }
        }
        return new Rhythm(days, gapAfterYearOne);
    }

    private static double slowed(Buyer buyer, DemandClock clock, double from, double to) {
        if (buyer.deviation().filter(it -> it.kind() == Deviation.Kind.SLOW).isEmpty()) {
            return to;
        }
        double onset =
                clock.startOf(TwoYears.date(buyer.deviation().orElseThrow().onset()));
        double slowFrom = Math.max(from, onset);
        return to <= slowFrom ? to : slowFrom + (to - slowFrom) / Deviation.SLOWED;
    }
}
