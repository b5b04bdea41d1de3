package org.offtake.patterns.rhythm;

import org.offtake.patterns.rhythm.RhythmChange.Evidence;

/**
 * What the evidence of the days of an open gap cannot be above, from one day on to another, as long as nothing is ordered and
 * closures only become likelier.
 *
 * <p>A survival is O + c (C - O), with O that of the gap so far, C that of the gap without a closure, and c the chance of one. C is at
 * least O, both fall from day to day, and c grows. So from day d to day D none is above O(d) + c(D) (C(d) - O(d)), by which what speaks for
 * a change is reckoned, or below O(D) + c(d) (C(D) - O(D)), by which what speaks against it is.
 *
 * @param likelihood of the first day
 * @param stopped if nothing were to be expected against it; so the others
 * @param rough whether a short gap is taken for what a quick look takes it for
 */
public record Ceiling(
        Rhythm usual, GapLikelihood likelihood, double stopped, double slower, double faster, boolean rough) {
    /** No gap is so long that less than this were to be expected of it: evidence stays within reckoning. */
    static final double LEAST = 1e-12;

    /** That in which the gap so far says nothing against a change; it is found quickly, for any number of days. */
    static Ceiling rough(Rhythm usual, int from, double stopped, RhythmWatches slower, RhythmWatches faster) {
        return new Ceiling(usual, usual.likelihood(from), stopped, slower.settled(), faster.settled(), true);
    }

    static Ceiling of(Rhythm usual, int from, int to, double stopped, RhythmWatches slower, RhythmWatches faster) {
        GapLikelihood likeliest = usual.likelihood(to);
        double open = usual.openAt(from);
        return new Ceiling(
                usual,
                usual.likelihood(from),
                stopped,
                slower.evidence(likeliest, open, 1),
                faster.evidence(likeliest, open, 1),
                false);
    }

    /** The ceiling of the days from the first up to this one. */
    public Evidence until(int day) {
        if (stopped == 0) {
            return Evidence.NONE;
        }
        double expected = rough && usual.isWithinUsual(day)
                ? RhythmChange.WITHIN_USUAL
                : Math.max(LEAST, likelihood.survival(usual.belief(), usual.openAt(day)));
        return new Evidence(stopped / expected, slower / expected, faster / expected);
    }
}
