package org.offtake.patterns.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.offtake.patterns.clock.OperationalClock;

/** One customer's rhythm as it is usually: what is believed, the last order, and the closures that were noticed. */
public final class Rhythm {
    private static final int NEVER = Integer.MIN_VALUE;

    private RhythmPrior prior;
    private OperationalClock clock;
    private RhythmBelief belief;
    private ClosureMemory closures;
    private int lastDay = NEVER;
    private int gaps;

    public Rhythm(RhythmPrior prior, OperationalClock clock) {
        this.prior = prior;
        this.clock = clock;
        this.belief = new RhythmBelief(prior);
        this.closures = ClosureMemory.from(0);
    }

    /** What all customers teach is told anew: it holds from now on, and what was learnt of this one stays. */
    void turn(RhythmPrior newPrior, OperationalClock newClock) {
        prior = newPrior;
        clock = newClock;
        if (begun()) {
            belief.turn(newPrior);
        } else {
            belief = new RhythmBelief(newPrior);
        }
    }

    public boolean begun() {
        return lastDay != NEVER;
    }

    /** Epoch day of the last order. */
    public int lastDay() {
        return lastDay;
    }

    /** Gaps taken for evidence. */
    public int gaps() {
        return gaps;
    }

    public RhythmBelief belief() {
        return belief;
    }

    /** Operational days from the last order to one on this day. */
    double gapTo(int day) {
        return clock.middleOf(day) - clock.middleOf(lastDay);
    }

    /** Operational days for which nothing has come, at the end of this day. */
    double openAt(int day) {
        return clock.endOf(day) - clock.middleOf(lastDay);
    }

    /** How a gap from the last order to this day is distributed. */
    GapLikelihood likelihood(int day) {
        return GapLikelihood.of(
                closures.chance(prior.closures(), lastDay, day),
                prior.closures().length());
    }

    /** The last day, from this one on, until which a closure in the open gap only becomes likelier. */
    public int closureGrowsUntil(int day) {
        return closures.growsUntil(day);
    }

    /** Whether the gap so far is no longer than the one to expect. */
    boolean isWithinUsual(int day) {
        return openAt(day) <= belief.expectedGap();
    }

    /** What is left of a gap when the closure in it, if it is likely that there was one, is taken out. */
    double worked(GapLikelihood likelihood, double gap) {
        return likelihood.heldClosure(belief, gap) > 0.5
                ? Math.max(belief.expectedGap() * 0.5, gap - likelihood.length())
                : gap;
    }

    /** Begins, or takes the gap to this day's order for evidence. */
    void observe(int day) {
        if (!begun()) {
            begin(day);
            return;
        }
        double gap = gapTo(day);
        observe(day, gap, worked(likelihood(day), gap));
    }

    /** The first order of all. */
    void begin(int day) {
        closures = ClosureMemory.from(day);
        lastDay = day;
    }

    /**
     * Takes a gap, and what is left of it without its closure, for evidence.
     *
     * @param gap to this day, as {@link #gapTo} tells
     * @param worked as {@link #worked} tells of it
     */
    void observe(int day, double gap, double worked) {
        if (worked < gap) {
            closures = closures.closedIn(lastDay, day);
        }
        belief.observe(worked, gap);
        gaps++;
        lastDay = day;
    }

    /** An order after a stop that was told: what lay between is no evidence of the rhythm. */
    void resume(int day) {
        lastDay = day;
    }

    void write(DataOutput state) throws IOException {
        state.writeInt(closures.since());
        state.writeInt(closures.last());
        state.writeInt(lastDay);
        state.writeInt(gaps);
        belief.write(state);
    }

    /** Goes on from what was written by the same prior and clock. */
    void read(DataInput state) throws IOException {
        closures = new ClosureMemory(state.readInt(), state.readInt());
        lastDay = state.readInt();
        gaps = state.readInt();
        belief = readBelief(state);
    }

    RhythmBelief readBelief(DataInput state) throws IOException {
        return RhythmBelief.read(state, prior);
    }

    /** What is believed from now on. */
    void believe(RhythmBelief other) {
        other.turn(prior);
        belief = other;
    }
}
