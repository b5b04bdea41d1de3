package org.offtake.patterns.detect;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How much speaks for a change of each kind, times the kind's share, in multiples of what a year without change is
 * expected to bring.
 */
public record Evidence(
        double stopped, double slower, double groupStopped, double sizeDropped, double sizeJumped, double faster) {
    Evidence shared(Budget budget) {
        return new Evidence(
                stopped * budget.share(Kind.STOPPED),
                slower * budget.share(Kind.SLOWER),
                groupStopped * budget.share(Kind.GROUP_STOPPED),
                sizeDropped * budget.share(Kind.SIZE_DROPPED),
                sizeJumped * budget.share(Kind.SIZE_JUMPED),
                faster * budget.share(Kind.FASTER));
    }

    public double of(Kind kind) {
        return switch (kind) {
            case STOPPED -> stopped;
            case SLOWER -> slower;
            case GROUP_STOPPED -> groupStopped;
            case SIZE_DROPPED -> sizeDropped;
            case SIZE_JUMPED -> sizeJumped;
            case FASTER -> faster;
        };
    }

    /** All that speaks for a customer who takes less, or more. */
    public double of(Kind.Direction direction) {
        return switch (direction) {
            case DOWN -> stopped + slower + groupStopped + sizeDropped;
            case UP -> sizeJumped + faster;
        };
    }

    /** The kind that contributes most to a direction. */
    public Kind strongest(Kind.Direction direction) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.direction() == direction)
                .max(Comparator.comparingDouble(this::of))
                .orElseThrow();
    }
}
