package org.offtake.patterns.detect;

import java.util.Map;
import java.util.OptionalDouble;
import org.offtake.patterns.mix.MixChange;
import org.offtake.patterns.mix.MixWatch;
import org.offtake.patterns.rhythm.RhythmChange;
import org.offtake.patterns.rhythm.UsualGap;
import org.offtake.patterns.size.Moved;
import org.offtake.patterns.size.SizeChange;

/** What is told of a customer becomes what is usual of them. */
record Accepting(RhythmChange rhythm, SizeChange sizes, MixChange groups) {
    /** @param since epoch day of the last order before */
    record Change(int since, String group, Seen seen) {}

    /** What has changed; from now on it is what is usual. */
    Change accepted(int day, Kind kind) {
        int last = rhythm.usual().lastDay();
        switch (kind) {
            case STOPPED -> {
                return new Change(last, "", gaps(rhythm.usualGap(), day - last, OptionalDouble.of(rhythm.chance(day))));
            }
            case SLOWER -> {
                int since = rhythm.slowerSince(day).orElse(last);
                Seen seen = gaps(
                        rhythm.gapBeforeSlower(day),
                        (day - since) / (double) Math.max(1, rhythm.ordersSinceSlower(day)),
                        OptionalDouble.empty());
                rhythm.acceptSlower(day);
                return new Change(since, "", seen);
            }
            case FASTER -> {
                int since = rhythm.fasterSince().orElse(last);
                Seen seen = gaps(
                        rhythm.gapBeforeFaster(),
                        (last - since) / (double) Math.max(1, rhythm.ordersSinceFaster()),
                        OptionalDouble.empty());
                rhythm.acceptFaster();
                return new Change(since, "", seen);
            }
            case GROUP_STOPPED -> {
                Map.Entry<String, MixWatch> left = groups.left();
                Change change =
                        new Change(left.getValue().since().orElse(last), left.getKey(), absent(left.getValue()));
                left.getValue().accept();
                return change;
            }
            case SIZE_DROPPED -> {
                Change change = new Change(sizes.droppedSince(day).orElse(last), "", moved(sizes.dropSeen(day)));
                sizes.acceptDrop(day);
                return change;
            }
            case SIZE_JUMPED -> {
                Change change = new Change(
                        sizes.jumpedSince(day).orElse(last), sizes.jumpedGroup(day), moved(sizes.jumpSeen(day)));
                sizes.acceptJump(day);
                return change;
            }
        }
        throw new IllegalStateException("no kind " + kind);
    }

    private static Seen gaps(UsualGap usual, double observed, OptionalDouble chance) {
        return new Seen(usual.expected(), usual.low(), usual.high(), observed, chance);
    }

    private static Seen absent(MixWatch left) {
        MixWatch.Missed missed = left.missed();
        return new Seen(missed.expected(), missed.low(), missed.high(), 0, OptionalDouble.of(missed.chance()));
    }

    private static Seen moved(Moved moved) {
        return new Seen(100, 100 * moved.low(), 100 * moved.high(), 100 * moved.factor(), OptionalDouble.empty());
    }
}
