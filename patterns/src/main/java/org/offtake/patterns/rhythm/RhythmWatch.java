package org.offtake.patterns.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The evidence that a customer's order rate has changed to {@code rho} times what it was, added up over every order
 * after which it may have: a Shiryaev-Roberts sum in which each beginning keeps its own belief, so that what came after
 * it does not teach the usual rhythm.
 *
 * <p>Each order adds a beginning of the weight that the time to the next one has in a year, so without a change the
 * expected sum grows by one a year.
 */
final class RhythmWatch {
    private static final int MOST = 12;
    /** A beginning with less of the sum has no say in it. */
    private static final double NEGLIGIBLE = 0.02;
    /** With less, a beginning that is right is soon behind the next one, and it is given up. */
    private static final double NOTHING = 1e-8;
    /** More evidence would soon be beyond reckoning. */
    private static final double CERTAIN = 1e100;

    private final double rho;
    private List<Beginning> beginnings = new ArrayList<>();

    /**
     * A change after the order of a day.
     *
     * @param orders since
     * @param evidence weight times the likelihood ratio of what came since
     */
    private record Beginning(int day, int orders, double evidence, RhythmBelief belief) {}

    RhythmWatch(double rho) {
        this.rho = rho;
    }

    /**
     * An order came, of which {@code usual} knows.
     *
     * @param worked the gap without the closure in it
     * @param expected the density of the gap by what was usual before
     */
    void order(GapLikelihood likelihood, double gap, double worked, double expected, RhythmBelief usual) {
        GapLikelihood slower = likelihood.at(rho);
        List<Beginning> next = new ArrayList<>();
        for (Beginning beginning : beginnings) {
            double ratio = slower.density(beginning.belief, gap) / Math.max(1e-300, expected);
            double evidence = Math.min(CERTAIN, beginning.evidence * ratio);
            if (evidence < NOTHING) {
                continue;
            }
            beginning.belief.observeWith(usual, rho * worked, gap);
            next.add(new Beginning(beginning.day, beginning.orders + 1, evidence, beginning.belief));
        }
        next.sort(Comparator.comparingDouble(Beginning::evidence).reversed());
        beginnings = new ArrayList<>(next.subList(0, Math.min(MOST, next.size())));
    }

    /** A change may begin after this order, which {@code usual} has seen. */
    void begin(Rhythm usual, int day, double weight) {
        beginnings.add(new Beginning(day, 0, weight, usual.belief().copy()));
    }

    /**
     * The sum when nothing has come for so many operational days.
     *
     * @param expected how likely that is by the usual rhythm
     */
    double evidence(GapLikelihood likelihood, double open, double expected) {
        GapLikelihood slower = likelihood.at(rho);
        double enough = settled() * NEGLIGIBLE;
        double sum = 0;
        for (Beginning beginning : beginnings) {
            if (beginning.evidence > enough) {
                sum += beginning.evidence * slower.survival(beginning.belief, open) / expected;
            }
        }
        return sum;
    }

    /** The sum at the end of a day, that of the last order or later. */
    double evidence(Rhythm usual, int day, double expected) {
        return day == usual.lastDay() ? settled() : evidence(usual.likelihood(day), usual.openAt(day), expected);
    }

    /** The sum if nothing spoke against a change from now on: no later evidence before the next order is larger. */
    double settled() {
        double sum = 0;
        for (Beginning beginning : beginnings) {
            sum += beginning.evidence;
        }
        return sum;
    }

    /** The day after whose order the change most likely began, and what is then believed. */
    OptionalInt since() {
        return strongest().map(beginning -> OptionalInt.of(beginning.day)).orElse(OptionalInt.empty());
    }

    /** The day of the order after which it may have begun, of all such days. */
    IntStream beginnings() {
        return beginnings.stream().mapToInt(Beginning::day);
    }

    int ordersSince() {
        return strongest().map(Beginning::orders).orElse(0);
    }

    /** The changed rhythm, as that of the strongest beginning. */
    RhythmBelief changed(Rhythm usual) {
        RhythmBelief belief = unchanged(usual);
        belief.scaleRate(rho);
        return belief;
    }

    /** The rhythm from before the change, as that of the strongest beginning. */
    RhythmBelief unchanged(Rhythm usual) {
        return strongest().map(Beginning::belief).orElse(usual.belief()).copy();
    }

    void forget() {
        beginnings.clear();
    }

    /** Every beginning has seen as much as what is usual, and is written without what that says. */
    void write(DataOutput state) throws IOException {
        state.writeInt(beginnings.size());
        for (Beginning beginning : beginnings) {
            state.writeInt(beginning.day);
            state.writeInt(beginning.orders);
            state.writeDouble(beginning.evidence);
            beginning.belief.writeBeside(state);
        }
    }

    /** Goes on from what was written of a watch for the same extent. */
    void read(DataInput state, RhythmBelief usual) throws IOException {
        beginnings = new ArrayList<>();
        for (int left = state.readInt(); left > 0; left--) {
            beginnings.add(new Beginning(
                    state.readInt(), state.readInt(), state.readDouble(), RhythmBelief.readBeside(state, usual)));
        }
    }

    private Optional<Beginning> strongest() {
        return beginnings.stream().max(Comparator.comparingDouble(Beginning::evidence));
    }
}
