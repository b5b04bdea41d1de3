package org.offtake.patterns.size;

/**
 * Quantities before a customer is known: the logarithm of a line's quantity is normal around a mean of the customer and
 * group that drifts, but for a few lines that are anything.
 *
 * @param variance of the logarithm, typical of a customer
 * @param certainty how many lines that typical variance is worth
 * @param odd share of lines that are anything
 * @param oddVariance variance of the logarithm of those, around the same mean
 * @param driftPerYear variance that the mean gains in a year
 */
public record SizePrior(double variance, double certainty, double odd, double oddVariance, double driftPerYear) {
    public SizePrior {
        if (!(variance > 0)
                || !(certainty > 0)
                || !(odd >= 0 && odd < 1)
                || !(oddVariance > 0)
                || !(driftPerYear >= 0)) {
            throw new IllegalArgumentException("not a prior of sizes: variance " + variance + ", certainty " + certainty
                    + ", odd " + odd + ", their variance " + oddVariance + ", drift " + driftPerYear);
        }
    }
}
