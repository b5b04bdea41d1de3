package org.offtake.patterns.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The evidence of a change of the order rate whose extent is one of a few. */
final class RhythmWatches {
    private final List<RhythmWatch> watches;

    private RhythmWatches(List<RhythmWatch> watches) {
        this.watches = watches;
    }

    /** @param rhos what the rate may have become, as multiples of what it was */
    static RhythmWatches of(double... rhos) {
        return new RhythmWatches(Arrays.stream(rhos).mapToObj(RhythmWatch::new).toList());
    }

    void order(GapLikelihood likelihood, double gap, double worked, double expected, RhythmBelief usual) {
        watches.forEach(watch -> watch.order(likelihood, gap, worked, expected, usual));
    }

    void begin(Rhythm usual, int day, double weight) {
        watches.forEach(watch -> watch.begin(usual, day, weight / watches.size()));
    }

    /** At the end of a day, that of the last order or later. */
    double evidence(Rhythm usual, int day, double expected) {
        return day == usual.lastDay() ? settled() : evidence(usual.likelihood(day), usual.openAt(day), expected);
    }

    double evidence(GapLikelihood likelihood, double open, double expected) {
        return watches.stream()
                .mapToDouble(watch -> watch.evidence(likelihood, open, expected))
                .sum();
    }

    /** The sum if nothing spoke against a change from now on. */
    double settled() {
        double sum = 0;
        for (RhythmWatch watch : watches) {
            sum += watch.settled();
        }
        return sum;
    }

    /** The extent for which most speaks on a day. */
    RhythmWatch strongest(Rhythm usual, int day) {
        return watches.stream()
                .max(Comparator.comparingDouble(watch -> watch.evidence(usual, day, 1)))
                .orElseThrow();
    }

    IntStream beginnings() {
        return watches.stream().flatMapToInt(RhythmWatch::beginnings);
    }

    void forget() {
        watches.forEach(RhythmWatch::forget);
    }

    void write(DataOutput state) throws IOException {
        for (RhythmWatch watch : watches) {
            watch.write(state);
        }
    }

    /** Goes on from what was written of watches for the same extents. */
    void read(DataInput state, Rhythm usual) throws IOException {
        for (RhythmWatch watch : watches) {
            watch.read(state, usual.belief());
        }
    }
}
