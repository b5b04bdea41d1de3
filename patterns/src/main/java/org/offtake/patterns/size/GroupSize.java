package org.offtake.patterns.size;

/**
 * The quantity of one product group in one customer's orders, as a logarithm: a level that drifts, seen through lines
 * that scatter around it (a local-level filter).
 *
 * @param day epoch day of the last line
 * @param lines that were seen, as weights
 * @param mean of the level
 * @param uncertainty variance of the level, in variances of a line
 * @param squares weighted sum of squared innovations
 */
record GroupSize(SizePrior prior, int day, double lines, double mean, double uncertainty, double squares) {
    private static final double YEAR = 365.25;

    static GroupSize first(SizePrior prior, int day, double logQuantity) {
        return new GroupSize(prior, day, 1, logQuantity, 1, 0);
    }

    boolean known() {
        return lines >= 2;
    }

    /** Of a line's logarithm around the level. */
    double variance() {
        return (prior.certainty() * prior.variance() + squares) / freedom();
    }

    private double freedom() {
        return prior.certainty() + Math.max(0, lines - 1);
    }

    private double uncertaintyOn(int later) {
        return uncertainty + prior.driftPerYear() * Math.max(0, later - day) / YEAR / variance();
    }

    private double usual(int later, double distance) {
        return (1 - prior.odd()) * student(distance, variance() * (1 + uncertaintyOn(later)), freedom());
    }

    private double odd(double distance) {
        return prior.odd() * normal(distance, prior.oddVariance() + variance());
    }

    /** Normal, but for a variance that is known from few lines; its constant to the second order. */
    private static double student(double distance, double variance, double freedom) {
        double constant = 1 - 1 / (4 * freedom) + 1 / (32 * freedom * freedom);
        double tail = -(freedom + 1) / 2 * Math.log1p(distance * distance / (variance * freedom));
        return constant * Math.exp(tail) / Math.sqrt(2 * Math.PI * variance);
    }

    private static double normal(double distance, double variance) {
        return Math.exp(-distance * distance / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
    }

    /** The predictive density of the logarithm of a line's quantity that is {@code shift} off what is usual. */
    double density(int later, double logQuantity, double shift) {
        double distance = logQuantity - mean - shift;
        return usual(later, distance) + odd(distance) + 1e-12;
    }

    /** Takes a line for evidence, as far as it is not an odd one. */
    GroupSize observe(int later, double logQuantity) {
        double step = logQuantity - mean;
        double usual = usual(later, step);
        double weight = Math.max(0.02, usual / (usual + odd(step) + 1e-12));
        double before = uncertaintyOn(later);
        double gain = before / (before + 1 / weight);
        return new GroupSize(
                prior,
                later,
                lines + weight,
                mean + gain * step,
                before * (1 - gain),
                squares + weight * step * step / (1 + before));
    }

    /** The level may be another, by so much variance. */
    GroupSize loosened(double variance) {
        return new GroupSize(prior, day, lines, mean, uncertainty + variance / variance(), squares);
    }

    GroupSize shifted(double shift) {
        return new GroupSize(prior, day, lines, mean + shift, uncertainty, squares);
    }
}
