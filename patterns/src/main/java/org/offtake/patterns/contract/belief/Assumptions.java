package org.offtake.patterns.contract.belief;

import java.util.List;
import org.offtake.patterns.contract.Hazard;

/**
 * What is taken for granted of changes, from the reference (purchase patterns, sections 3 and 4): one customer in five changes in a year.
 *
 * @param slowHazard slow-downs per operational year
 * @param stopHazard stops
 * @param sizeHazard drops of the size of orders, of each kind
 * @param slowed what a slow-down leaves of the rate
 * @param drift yearly standard deviation of the logarithm of the rate
 */
record Assumptions(double slowHazard, double stopHazard, double sizeHazard, double slowed, double drift) {
    private static final double REMAINDER = 0.45;

    static final Assumptions USUAL = new Assumptions(0.06, 0.06, 0.04, 0.35, 0.14);

    /** A stop, and the others as one: on average they leave a little under half. */
    List<Hazard> hazards() {
        return List.of(new Hazard(stopHazard, 0, 1), new Hazard(slowHazard + 2 * sizeHazard, REMAINDER, 1));
    }
}
