package org.offtake.patterns.btyd;

/** Refuses a number that no formula here has an answer for, by its name and value. */
final class Guard {
    private Guard() {}

    static double positive(String name, double value) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(name + " is " + value + "; it must be above 0 and finite");
    }

    static double notNegative(String name, double value) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(name + " is " + value + "; it must be 0 or more and finite");
    }

    static long notNegative(String name, long value) {
        if (value >= 0) {
            return value;
        }
        throw new IllegalArgumentException(name + " is " + value + "; it must be 0 or more");
    }
}
