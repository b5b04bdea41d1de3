package org.offtake.sample.patterns;

/**
 * How a customer buys one product group.
 *
 * @param group number of the group, from zero
 * @param chance that an order holds it
 * @param logSize mean of the logarithm of the quantity
 * @param logSpread its standard deviation, without the {@link #WILD} ones
 * @param unitPrice in euro
 */
record Habit(int group, double chance, double logSize, double logSpread, double unitPrice) {
    /** Share of the quantities whose logarithm has another normal deviate of spread {@link #WILDNESS} added. */
    static final double WILD = 0.03;

    static final double WILDNESS = 1;

    String groupCode() {
        return "G" + group;
    }

    /** Expected euro of one line: the mean of a lognormal, mixed with that of the wild ones. */
    double meanValue() {
        double half = logSpread * logSpread / 2;
        double factor = StrictMath.exp(half) * (1 - WILD + WILD * StrictMath.exp(WILDNESS * WILDNESS / 2));
        return unitPrice * StrictMath.exp(logSize) * factor;
    }
}
