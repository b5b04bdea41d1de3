package org.offtake.patterns.contract.score;

/**
 * What is taken for granted of changes, from the reference (purchase patterns, sections 3 and 4): one customer in five changes in a year.
 *
 * @param slowHazard slow-downs per operational year
 * @param stopHazard stops
 * @param sizeHazard drops of the size of orders, of each kind
 * @param slowed what a slow-down leaves of the rate
 * @param left what a change to come leaves on average
 * @param drift yearly standard deviation of the logarithm of the rate
 */
record Assumptions(double slowHazard, double stopHazard, double sizeHazard, double slowed, double left, double drift) {
    static final Assumptions USUAL = new Assumptions(0.06, 0.06, 0.04, 0.35, 0.3, 0.14);

    double hazard() {
        return slowHazard + stopHazard + 2 * sizeHazard;
    }
}
