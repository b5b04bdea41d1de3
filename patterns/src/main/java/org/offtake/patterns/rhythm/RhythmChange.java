package org.offtake.patterns.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.offtake.patterns.clock.OperationalClock;

/**
 * One customer's rhythm and the evidence that it has changed: that orders stopped, come more slowly, or faster.
 *
 * <p>Evidence is in units of expected false evidence: without a change each kind's sum grows by one in a year.
 */
public final class RhythmChange {
    /** Variance of the logarithm of the rate after a change whose extent is not known. */
    private static final double FREE = 0.5;
    /** The same when the extent is known as the nearest of a few. */
    private static final double NEAR = 0.1;

    /** Gaps before a change is looked for: with fewer there is too little history. */
    static final int ENOUGH = 4;

    /** Of no regularity are fewer gaps than this longer than the expected one. */
    static final double WITHIN_USUAL = 0.2;

    private final Rhythm usual;
    private final RhythmWatches slower = RhythmWatches.of(0.2, 0.35, 0.6);
    private final RhythmWatches faster = RhythmWatches.of(2.2);
    private @Nullable RhythmBelief before;
    private double stopWeight;

    /** Evidence of one day, each from 0 on. */
    public record Evidence(double stopped, double slower, double faster) {
        static final Evidence NONE = new Evidence(0, 0, 0);
    }

    public RhythmChange(Rhythm usual) {
        this.usual = usual;
    }

    /** What all customers teach is told anew, from now on. */
    public void turn(RhythmPrior prior, OperationalClock clock) {
        usual.turn(prior, clock);
    }

    public Rhythm usual() {
        return usual;
    }

    /** The share of a year until the next order, by the usual rhythm: the weight of a change that begins now. */
    public double weight() {
        return Math.min(1, usual.belief().expectedGap() / RhythmPrior.YEAR);
    }

    /**
     * An order came; at most one is told for a day.
     *
     * @param watched whether changes are looked for from here on
     */
    public void order(int day, boolean watched) {
        if (usual.begun()) {
            GapLikelihood likelihood = usual.likelihood(day);
            double gap = usual.gapTo(day);
            double expected = likelihood.density(usual.belief(), gap);
            double worked = usual.worked(likelihood, gap);
            usual.observe(day, gap, worked);
            slower.order(likelihood, gap, worked, expected, usual.belief());
            faster.order(likelihood, gap, worked, expected, usual.belief());
        } else {
            usual.begin(day);
        }
        begin(day, watched);
    }

    /** The first order after a stop that was told: the gap teaches nothing. */
    public void resume(int day) {
        forget();
        usual.belief().loosen(FREE);
        usual.resume(day);
        begin(day, true);
    }

    /** Changes are looked for from now on: one may have begun after the last order. */
    public void watch() {
        if (usual.begun()) {
            begin(usual.lastDay(), true);
        }
    }

    /** Whether there is enough history to look for a change. */
    public boolean isKnown() {
        return usual.gaps() >= ENOUGH;
    }

    private void begin(int day, boolean watched) {
        if (!watched || !isKnown()) {
            return;
        }
        double weight = weight();
        stopWeight = weight;
        slower.begin(usual, day, weight);
        faster.begin(usual, day, weight);
    }

    /** What the evidence at the end of a day cannot be above; a quick look. */
    public Evidence atMost(int day) {
        if (!usual.begun() || stopWeight == 0) {
            return Evidence.NONE;
        }
        double expected = usual.isWithinUsual(day) ? WITHIN_USUAL : expected(day);
        return new Evidence(stopWeight / expected, slower.settled() / expected, faster.settled() / expected);
    }

    /** The evidence at the end of a day. */
    public Evidence evidence(int day) {
        if (!usual.begun() || stopWeight == 0) {
            return Evidence.NONE;
        }
        double expected = expected(day);
        return new Evidence(
                stopWeight / expected, slower.evidence(usual, day, expected), faster.evidence(usual, day, expected));
    }

    /** What the evidence of the days from one to another cannot be above while nothing is ordered. */
    public Ceiling ceiling(int from, int to, boolean rough) {
        return rough || stopWeight == 0
                ? Ceiling.rough(usual, from, stopWeight, slower, faster)
                : Ceiling.of(usual, from, to, stopWeight, slower, faster);
    }

    /** The gap to expect by what is usual. */
    public UsualGap usualGap() {
        return UsualGap.of(usual.belief());
    }

    /** The gap that was to be expected before orders came more slowly. */
    public UsualGap gapBeforeSlower(int day) {
        return UsualGap.of(strongest(day).unchanged(usual));
    }

    /** The gap that was to be expected before orders came faster. */
    public UsualGap gapBeforeFaster() {
        return UsualGap.of(faster.strongest(usual, usual.lastDay()).unchanged(usual));
    }

    /** The probability that by what is usual nothing has come until the end of a day. */
    public double chance(int day) {
        return usual.begun() ? expected(day) : 1;
    }

    private double expected(int day) {
        return day == usual.lastDay()
                ? 1
                : Math.max(Ceiling.LEAST, usual.likelihood(day).survival(usual.belief(), usual.openAt(day)));
    }

    /** The day of the order after which the rhythm most likely slowed down. */
    public OptionalInt slowerSince(int day) {
        return strongest(day).since();
    }

    /** The day of the order after which the rhythm most likely became faster. */
    public OptionalInt fasterSince() {
        return faster.strongest(usual, usual.lastDay()).since();
    }

    /** Orders since the rhythm most likely slowed down. */
    public int ordersSinceSlower(int day) {
        return strongest(day).ordersSince();
    }

    /** Orders since the rhythm most likely became faster. */
    public int ordersSinceFaster() {
        return faster.strongest(usual, usual.lastDay()).ordersSince();
    }

    /** The days of the orders after which it may have changed. */
    public IntStream beginnings() {
        return IntStream.concat(slower.beginnings(), faster.beginnings());
    }

    /** The slower rhythm is what is usual from now on. */
    public void acceptSlower(int day) {
        RhythmWatch strongest = strongest(day);
        before = strongest.unchanged(usual);
        usual.believe(strongest.changed(usual));
        usual.belief().loosen(NEAR);
        forget();
    }

    /** How fast the rhythm has become is left to the gaps that follow. */
    public void acceptFaster() {
        usual.belief().loosen(FREE);
        forget();
        watch();
    }

    /** Whether orders that come faster only return to what they were before they slowed down. */
    public boolean recovers() {
        return before != null;
    }

    /** The rhythm from before it slowed down is usual again. */
    public void acceptRecovery() {
        if (before != null) {
            usual.believe(before);
            usual.belief().loosen(NEAR);
            before = null;
        }
        forget();
        watch();
    }

    /** What was told is not told again: evidence begins anew. */
    public void forget() {
        slower.forget();
        faster.forget();
        stopWeight = 0;
    }

    private RhythmWatch strongest(int day) {
        return slower.strongest(usual, day);
    }

    public void write(DataOutput state) throws IOException {
        usual.write(state);
        slower.write(state);
        faster.write(state);
        state.writeDouble(stopWeight);
        state.writeBoolean(before != null);
        if (before != null) {
            before.write(state);
        }
    }

    /** Goes on from what was written by the same prior and clock. */
    public void read(DataInput state) throws IOException {
        usual.read(state);
        slower.read(state, usual);
        faster.read(state, usual);
        stopWeight = state.readDouble();
        before = state.readBoolean() ? usual.readBelief(state) : null;
    }
}
