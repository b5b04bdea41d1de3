package org.offtake.patterns.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.offtake.patterns.clock.OperationalTime;

/**
 * Where a contract will stand on its last day, told on another.
 *
 * <p>Before a third of the term the probabilities are empty: then they have no skill (reference, purchase patterns, section 4), the interval is what can be
 * said. Without a term, or with nothing known of the customer and time left, both are empty.
 *
 * @param actual taken so far
 */
public record Projection(
        Contract contract,
        LocalDate asOfDate,
        double actual,
        Outlook outlook,
        OperationalTime time,
        Optional<GammaMixture> rest) {
    /** Below this part of the commitment a contract has fallen short. */
    public static final double SHORT = 0.9;

    /** Above this part of the commitment it has run ahead (signal D02). */
    public static final double AHEAD = 1.2;

    private static final double SHOWN_FROM = 1.0 / 3;

    /** {@code actual} is what was taken in the term up to and with that day, in the contract's measure; it may be negative. */
    public static Projection of(
            Contract contract, double actual, LocalDate day, Outlook outlook, OperationalTime time) {
        return new Projection(
                contract, day, actual, outlook, time, rest(contract, day, contract.endDate(), outlook, time));
    }

    /** Expected total at the end of the term. */
    public OptionalDouble expected() {
        return rest.map(it -> OptionalDouble.of(actual + it.mean())).orElse(OptionalDouble.empty());
    }

    /** The interval that holds the total with this probability. */
    public Optional<Interval> interval(double probability) {
        double tail = (1 - probability) / 2;
        return rest.map(it -> new Interval(actual + it.quantile(tail), actual + it.quantile(1 - tail)));
    }

    /** Probability that the total stays below this part of the commitment. */
    public OptionalDouble probabilityBelow(double part) {
        if (contract.commitment().isEmpty() || contract.elapsed(asOfDate) < SHOWN_FROM) {
            return OptionalDouble.empty();
        }
        double needed = part * contract.amount() - actual;
        return rest.map(it -> OptionalDouble.of(needed <= 0 ? 0 : it.cdf(needed)))
                .orElse(OptionalDouble.empty());
    }

    /** Probability of less than nine tenths. */
    public OptionalDouble probabilityShort() {
        return probabilityBelow(SHORT);
    }

    /** Probability of more than this part of the commitment. */
    public OptionalDouble probabilityAbove(double part) {
        OptionalDouble below = probabilityBelow(part);
        return below.isPresent() ? OptionalDouble.of(1 - below.getAsDouble()) : below;
    }

    /** Probability that the whole commitment is taken this many weeks before the last day, or earlier. */
    public OptionalDouble probabilityExhausted(int weeksBefore) {
        if (contract.commitment().isEmpty() || contract.elapsed(asOfDate) < SHOWN_FROM) {
            return OptionalDouble.empty();
        }
        double needed = contract.amount() - actual;
        if (needed <= 0) {
            return OptionalDouble.of(1);
        }
        LocalDate until = contract.endDate().minusWeeks(weeksBefore);
        return rest(contract, asOfDate, until, outlook, time)
                .map(it -> OptionalDouble.of(1 - it.cdf(needed)))
                .orElse(OptionalDouble.empty());
    }

    private static Optional<GammaMixture> rest(
            Contract contract, LocalDate day, LocalDate until, Outlook outlook, OperationalTime time) {
        if (!contract.hasTerm()) {
            return Optional.empty();
        }
        LocalDate after =
                day.isBefore(contract.startDate()) ? contract.startDate().minusDays(1) : day;
        double days = time.between(after, until);
        if (!(days > 0)) {
            return Optional.of(new GammaMixture(List.of(new GammaMixture.Part(1, 0, 0))));
        }
        return outlook.isKnown() ? Optional.of(Rest.of(outlook, days)) : Optional.empty();
    }
}
