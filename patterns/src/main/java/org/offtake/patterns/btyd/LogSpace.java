package org.offtake.patterns.btyd;

import org.apache.commons.numbers.gamma.LogGamma;

/** Sums and ratios of numbers too large or too small to be written other than by their logarithms. */
final class LogSpace {
    private LogSpace() {}

    /** ln(e^a + e^b). */
    static double sum(double a, double b) {
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    /** ln(e^a - e^b); minus infinity where b is not below a. */
    static double difference(double a, double b) {
        return b < a ? a + Math.log(-Math.expm1(b - a)) : Double.NEGATIVE_INFINITY;
    }

    /** 1 / (1 + e^odds): the probability whose odds against it are given by their logarithm. */
    static double probabilityAgainst(double odds) {
        return odds > 0 ? Math.exp(-odds) / (1 + Math.exp(-odds)) : 1 / (1 + Math.exp(odds));
    }

    /** ln(Gamma(r + x) / Gamma(r)). */
    static double risingFactorial(double r, double x) {
        return LogGamma.value(r + x) - LogGamma.value(r);
    }

    /** ln((scale + to) / (scale + from)), exact also where the two times are close. */
    static double growth(double scale, double from, double to) {
        return Math.log1p((to - from) / (scale + from));
    }
}
