package org.offtake.patterns.contract;

/**
 * What is believed of the number of orders per operational day: a gamma distribution.
 *
 * @param shape orders seen times their regularity, so to say: one over it is the squared relative uncertainty
 * @param rate in operational days; the mean is shape over rate
 */
public record OrderRate(double shape, double rate) {
    public double mean() {
        return shape / rate;
    }

    boolean isKnown() {
        return shape > 0 && rate > 0 && Double.isFinite(shape) && Double.isFinite(rate);
    }
}
