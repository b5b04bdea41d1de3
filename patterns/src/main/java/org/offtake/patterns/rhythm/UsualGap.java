package org.offtake.patterns.rhythm;

/**
 * The gap between two orders that one expects, in operational days, of which a year has as many as calendar days.
 *
 * @param low one gap in ten is shorter
 * @param high one in ten is longer
 */
public record UsualGap(double expected, double low, double high) {
    static UsualGap of(RhythmBelief belief) {
        return new UsualGap(belief.expectedGap(), quantile(belief, 0.9), quantile(belief, 0.1));
    }

    /** The gap that so many are longer than, by halving. */
    private static double quantile(RhythmBelief belief, double longer) {
        double low = 0;
        double high = belief.expectedGap();
        while (belief.survival(high) > longer && high < 1e6) {
            high *= 2;
        }
        for (int round = 0; round < 40; round++) {
            double middle = (low + high) / 2;
            if (belief.survival(middle) > longer) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
