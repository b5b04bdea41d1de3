package org.offtake.patterns.contract.score;

import java.util.List;

/**
 * What a commitment tells of the customer: people agree on what they expect, give or take.
 *
 * @param logBias mean of the logarithm of the commitment over what the customer takes
 * @param variance of that logarithm between contracts
 */
record AgreedLevel(double logBias, double variance) {
    private static final int CONTRACTS = 20;
    private static final double LOWEST = 0.02;
    private static final double HIGHEST = 2;
    private static final double STEP = 1.05;

    /**
     * One contract on its first day.
     *
     * @param logRatio logarithm of the commitment over what the orders so far let expect
     * @param variance of that expectation's logarithm
     */
    record Start(double logRatio, double variance) {}

    /** Nothing is learned from few contracts: then a commitment tells nothing. */
    static AgreedLevel fit(List<Start> starts) {
        List<Start> known = starts.stream()
                .filter(it -> Double.isFinite(it.logRatio()) && it.variance() > 0)
                .toList();
        if (known.size() < CONTRACTS) {
            return new AgreedLevel(0, Double.POSITIVE_INFINITY);
        }
        AgreedLevel best = at(known, HIGHEST * HIGHEST);
        for (double spread = LOWEST; spread < HIGHEST; spread *= STEP) {
            AgreedLevel other = at(known, spread * spread);
            if (other.logLikelihood(known) > best.logLikelihood(known)) {
                best = other;
            }
        }
        return best;
    }

    private static AgreedLevel at(List<Start> starts, double variance) {
        double weights = 0;
        double sum = 0;
        for (Start it : starts) {
            double weight = 1 / (it.variance() + variance);
            weights += weight;
            sum += weight * it.logRatio();
        }
        return new AgreedLevel(sum / weights, variance);
    }

    private double logLikelihood(List<Start> starts) {
        return starts.stream()
                .mapToDouble(it -> {
                    double all = it.variance() + variance;
                    double off = it.logRatio() - logBias;
                    return -(Math.log(all) + off * off / all) / 2;
                })
                .sum();
    }
}
