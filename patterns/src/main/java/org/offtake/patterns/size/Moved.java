package org.offtake.patterns.size;

/**
 * How far quantities have moved, as a multiple of what is usual.
 *
 * @param factor of the lines since, on average of their logarithms
 * @param low so many lines are below this by chance in one of ten cases
 * @param high above this in one of ten
 */
public record Moved(double factor, double low, double high) {
    private static final double ONE_IN_TEN = 1.2815515655446004;

    static Moved of(double steps, int lines, double variance) {
        if (lines == 0) {
            return new Moved(1, 1, 1);
        }
        double reach = ONE_IN_TEN * Math.sqrt(variance / lines);
        return new Moved(Math.exp(steps / lines), Math.exp(-reach), Math.exp(reach));
    }
}
