package org.offtake.patterns.rhythm;

/**
 * The distribution of a gap that may hold a closure: with probability {@code chance} the customer was away for about
 * {@code length} operational days of it.
 *
 * @param rho how fast the customer orders, as a multiple of what is believed
 */
record GapLikelihood(double chance, double length, double rho) {
    private static final double[] SPREAD = {0.7, 1.0, 1.3};

    static GapLikelihood of(double chance, double length) {
        return new GapLikelihood(length > 0 ? chance : 0, length, 1);
    }

    GapLikelihood at(double otherRho) {
        return new GapLikelihood(chance, length, otherRho);
    }

    double density(RhythmBelief belief, double gap) {
        double open = rho * belief.density(rho * gap);
        return chance <= 0 ? open : (1 - chance) * open + chance * closedDensity(belief, gap);
    }

    double survival(RhythmBelief belief, double gap) {
        double open = belief.survival(rho * gap);
        if (chance <= 0) {
            return open;
        }
        double closed = 0;
        for (double share : SPREAD) {
            closed += belief.survival(rho * Math.max(0, gap - share * length)) / SPREAD.length;
        }
        return (1 - chance) * open + chance * closed;
    }

    /** The probability that a finished gap held a closure. */
    double heldClosure(RhythmBelief belief, double gap) {
        if (chance <= 0) {
            return 0;
        }
        double closed = chance * closedDensity(belief, gap);
        return closed <= 0 ? 0 : closed / (closed + (1 - chance) * rho * belief.density(rho * gap));
    }

    private double closedDensity(RhythmBelief belief, double gap) {
        double sum = 0;
        for (double share : SPREAD) {
            double rest = gap - share * length;
            if (rest > 0) {
                sum += rho * belief.density(rho * rest) / SPREAD.length;
            }
        }
        return sum;
    }
}
