package org.offtake.patterns.btyd;

/** Refuses a number that no formula here has an answer for, by its name and value. */
final class Guard {
    /** Products of three numbers below it, and of their inverses, are still numbers. */
    private static final double TOO_LARGE = 1e100;

    private Guard() {}

    static double positive(String name, double value) {
        if (value > 1 / TOO_LARGE && value < TOO_LARGE) {
            return value;
        }
        throw new IllegalArgumentException(name + " is " + value + "; it must be above 0, and below " + TOO_LARGE);
    }

    static double notNegative(String name, double value) {
        if (value >= 0 && value < TOO_LARGE) {
            return value;
        }
        throw new IllegalArgumentException(name + " is " + value + "; it must be 0 or more, and below " + TOO_LARGE);
    }

    static long notNegative(String name, long value) {
        if (value >= 0) {
            return value;
        }
        throw new IllegalArgumentException(name + " is " + value + "; it must be 0 or more");
    }
}
