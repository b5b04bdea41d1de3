package org.offtake.patterns.mix;

/** How often one product group is in a customer's orders: Beta(in, out), with old orders counting for less. */
record GroupMix(double in, double out) {
    /** Orders beyond which the oldest begin to count for less. */
    private static final double MEMORY = 60;
    /** Nothing is forgotten to below this, so that nothing becomes certain. */
    private static final double LEAST = 0.1;
    /** Orders that a belief is worth which was not counted. */
    private static final double DOUBTFUL = 5;

    double probability() {
        return in / (in + out);
    }

    GroupMix observe(boolean present) {
        double kept = in + out > MEMORY ? MEMORY / (in + out) : 1;
        return new GroupMix(kept(in, kept) + (present ? 1 : 0), kept(out, kept) + (present ? 0 : 1));
    }

    private static double kept(double orders, double share) {
        return Math.max(Math.min(LEAST, orders), orders * share);
    }

    /** The group is in an order so many times as often as was believed, if not for sure. */
    GroupMix times(double factor) {
        double less = factor * probability();
        return new GroupMix(less * DOUBTFUL, (1 - less) * DOUBTFUL);
    }
}
