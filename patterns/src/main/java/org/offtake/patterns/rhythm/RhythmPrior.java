package org.offtake.patterns.rhythm;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of a customer's rhythm before their first gap: gaps are Gamma(k, rate k/m) in operational days, 1/m is
 * Gamma(shape, rate), and k is one of a few regularities.
 *
 * @param shape of 1/m
 * @param rate of 1/m, in operational days
 * @param regularities that customers have, and how many of them
 * @param driftPerYear variance that the logarithm of the order rate gains in a year of operational days
 * @param closures how likely a customer's own closure is
 */
public record RhythmPrior(
        double shape, double rate, List<Regularity> regularities, double driftPerYear, ClosurePrior closures) {
    /** A year in operational days. */
    public static final double YEAR = 365.25;

    /**
     * How regular gaps are.
     *
     * @param k shape of the gap's distribution: 1 is pure chance, the higher the more regular
     * @param weight share of customers; those of a prior sum to one
     */
    public record Regularity(double k, double weight) {
        public Regularity {
            if (!(k > 0) || !(weight >= 0)) {
                throw new IllegalArgumentException("not a regularity: k " + k + ", weight " + weight);
            }
        }
    }

    public RhythmPrior {
        if (!(shape > 0) || !(rate > 0) || !(driftPerYear >= 0) || regularities.isEmpty()) {
            throw new IllegalArgumentException("not a prior of rhythms: shape " + shape + ", rate " + rate + ", drift "
                    + driftPerYear + ", regularities " + regularities);
        }
        regularities = List.copyOf(regularities);
    }

    int size() {
        return regularities.size();
    }

    double regularity(int i) {
        return regularities.get(i).k();
    }

    boolean sameRegularities(RhythmPrior other) {
        return regularities.stream()
                .map(Regularity::k)
                .toList()
                .equals(other.regularities.stream().map(Regularity::k).toList());
    }

    /** The same with another mean gap, certainty and drift. */
    RhythmPrior with(double newShape, double newRate, double newDrift) {
        return new RhythmPrior(newShape, newRate, regularities, newDrift, closures);
    }

    RhythmPrior withWeights(double[] weights) {
        List<Regularity> reweighed = IntStream.range(0, size())
                .mapToObj(i -> new Regularity(regularity(i), weights[i]))
                .toList();
        return new RhythmPrior(shape, rate, reweighed, driftPerYear, closures);
    }

    RhythmPrior withClosures(ClosurePrior newClosures) {
        return new RhythmPrior(shape, rate, regularities, driftPerYear, newClosures);
    }
}
