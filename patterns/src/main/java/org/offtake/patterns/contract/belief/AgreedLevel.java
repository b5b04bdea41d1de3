package org.offtake.patterns.contract.belief;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Outlook;
import org.offtake.patterns.contract.Taken;

/**
 * What a commitment tells of the customer: people agree on what they expect, give or take.
 *
 * @param logBias mean of the logarithm of the commitment over what the customer takes
 * @param variance of that logarithm between contracts, above nought; infinite where nothing is learnt
 */
public record AgreedLevel(double logBias, double variance) {
    /** A commitment tells nothing. */
    public static final AgreedLevel UNKNOWN = new AgreedLevel(0, Double.POSITIVE_INFINITY);

    private static final int CONTRACTS = 20;
    /** Orders before a term with which they, and not the commitment, say what was to be expected of it. */
    private static final int ENOUGH = 5;

    private static final double LOWEST = 0.02;
    private static final double HIGHEST = 2;
    private static final double STEP = 1.05;
    private static final double YEAR = 365;

    public AgreedLevel {
        if (!Double.isFinite(logBias) || !(variance > 0)) {
            throw new IllegalArgumentException(
                    "commitments cannot be off by " + logBias + " with variance " + variance);
        }
    }

    /**
     * One contract on its first day.
     *
     * @param logRatio logarithm of the commitment over what the orders so far let expect
     * @param variance of that expectation's logarithm
     */
    public record Start(double logRatio, double variance) {
        /**
         * Empty for a contract that commits to nothing, and with few orders before it.
         *
         * @param before the term, by day, the earliest first
         * @param customer before their first order
         */
        public static Optional<Start> of(
                Contract contract, List<Taken> before, CustomerFilter customer, OperationalTime time) {
            if (contract.commitment().isEmpty() || before.size() < ENOUGH) {
                return Optional.empty();
            }
            before.forEach(customer::order);
            LocalDate eve = contract.startDate().minusDays(1);
            Outlook outlook = customer.outlook(eve);
            double agreed = contract.amount() / time.between(eve, contract.endDate());
            return Optional.of(new Start(Math.log(agreed / outlook.level()), outlook.levelVariance()))
                    .filter(it -> Double.isFinite(it.logRatio()) && it.variance() > 0);
        }
    }

    /** By maximum likelihood; of few contracts nothing is learnt. */
    public static AgreedLevel fit(List<Start> starts) {
        if (starts.size() < CONTRACTS) {
            return UNKNOWN;
        }
        AgreedLevel best = at(starts, HIGHEST * HIGHEST);
        for (double spread = LOWEST; spread < HIGHEST; spread *= STEP) {
            AgreedLevel other = at(starts, spread * spread);
            if (other.logLikelihood(starts) > best.logLikelihood(starts)) {
                best = other;
            }
        }
        return best;
    }

    /** What the orders let expect on a day of a term, by what was agreed too; the less, the longer ago that was. */
    public Outlook with(Outlook own, Contract contract, OperationalTime time, LocalDate day) {
        LocalDate eve = contract.startDate().minusDays(1);
        double level = contract.amount() / time.between(eve, contract.endDate()) / Math.exp(logBias);
        double walked = own.drift() * own.drift() * time.between(eve, day) / YEAR;
        return own.knowing(level, variance + walked);
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
