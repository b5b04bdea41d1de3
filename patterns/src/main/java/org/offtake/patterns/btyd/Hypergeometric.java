package org.offtake.patterns.btyd;

/**
 * Gauss's hypergeometric function where one parameter is 1, by Gauss's continued fraction (DLMF 15.7.5): all terms
 * positive, geometric convergence for every z below 1, in a number of steps that grows as 1 / sqrt(1 - z).
 */
final class Hypergeometric {
    private static final double RELATIVE = 1e-16;
    private static final int STEPS = 1_000_000;

    private Hypergeometric() {}

    /** 2F1(1, b; c; z) for 0 &lt; b &lt; c and 0 &lt;= z &lt; 1. */
    static double withOne(double b, double c, double z) {
        double low = c - 1;
        double value = 1;
        double front = 1;
        double back = 0;
        // modified Lentz: value is the fraction 1 - n_1 z / (1 - n_2 z / (1 - ...)) cut off at step
        for (int step = 1; step <= STEPS; step++) {
            int half = step / 2;
            double k = half;
            double numerator = step % 2 == 1
                    ? (b + k) * (low + k) / ((low + 2 * k) * (low + 2 * k + 1))
                    : k * (low - b + k) / ((low + 2 * k - 1) * (low + 2 * k));
            back = 1 / (1 - numerator * z * back);
            front = 1 - numerator * z / front;
            double change = front * back;
            value *= change;
            if (Math.abs(change - 1) <= RELATIVE) {
                return 1 / value;
            }
        }
        throw new ArithmeticException("2F1(1, " + b + "; " + c + "; " + z + ") does not converge");
    }
}
