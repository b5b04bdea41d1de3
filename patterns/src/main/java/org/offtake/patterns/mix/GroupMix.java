package org.offtake.patterns.mix;

/** How often one product group is in a customer's orders: Beta(in, out), with old orders counting for less. */
record GroupMix(double in, double out) {
    /** Orders beyond which the oldest begin to count for less. */
    private static final double MEMORY = 60;

    double probability() {
        return in / (in + out);
    }

    GroupMix observe(boolean present) {
        double kept = in + out > MEMORY ? MEMORY / (in + out) : 1;
        return new GroupMix(in * kept + (present ? 1 : 0), out * kept + (present ? 0 : 1));
    }
}
