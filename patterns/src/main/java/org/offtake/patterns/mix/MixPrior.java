package org.offtake.patterns.mix;

/**
 * How likely a product group that a customer buys is in one of their orders, before they are known: Beta(in, out).
 *
 * @param in above 0
 * @param out above 0
 */
public record MixPrior(double in, double out) {
    public MixPrior {
        if (!(in > 0) || !(out > 0)) {
            throw new IllegalArgumentException("not a prior of product groups: " + in + ", " + out);
        }
    }
}
