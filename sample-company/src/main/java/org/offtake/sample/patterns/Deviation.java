package org.offtake.sample.patterns;

import java.util.Optional;
import org.offtake.sample.chance.Dice;

/** What changes in a customer's purchases and from which day; the group only where the kind is about one. */
record Deviation(Kind kind, int onset, Optional<Habit> habit) {
    static final double SLOWED = 0.35;
    static final double SHRUNK = 0.4;
    static final double SPIKED = 4;
    static final int SPIKE_DAYS = 45;

    private static final int FIRST_ONSET = 380;
    private static final int LAST_ONSET = 545;
    private static final double OFTEN_BOUGHT = 0.3;
    private static final double SPIKE_IN_MAIN_GROUP = 0.6;

    enum Kind {
        STOP(0.25, "DOWN"),
        SLOW(0.25, "DOWN"),
        GROUP_STOP(0.20, "DOWN"),
        SIZE_DROP(0.15, "DOWN"),
        SPIKE(0.15, "UP");

        private final double share;
        private final String direction;

        Kind(double share, String direction) {
            this.share = share;
            this.direction = direction;
        }

        String direction() {
            return direction;
        }

        private static Kind of(double drawn) {
            double sum = 0;
            for (Kind it : values()) {
                sum += it.share;
                if (drawn < sum) {
                    return it;
                }
            }
            return SPIKE;
        }
    }

    /** A deviation of a customer with these habits; whoever buys one group only stops altogether instead of stopping with it. */
    static Deviation drawn(Dice dice, Assortment assortment) {
        Kind kind = Kind.of(dice.between(0.0, 1.0));
        if (kind == Kind.GROUP_STOP && assortment.habits().size() == 1) {
            kind = Kind.STOP;
        }
        int onset = dice.between(FIRST_ONSET, LAST_ONSET);
        Habit main = assortment.main();
        Habit other = dice.pick(assortment.boughtAtLeast(OFTEN_BOUGHT));
        boolean mainOne = dice.chance(SPIKE_IN_MAIN_GROUP);
        return switch (kind) {
            case GROUP_STOP -> new Deviation(kind, onset, Optional.of(other));
            case SPIKE -> new Deviation(kind, onset, Optional.of(mainOne ? main : other));
            case STOP, SLOW, SIZE_DROP -> new Deviation(kind, onset, Optional.empty());
        };
    }

    boolean isOn(Kind asked, int day) {
        return kind == asked && day >= onset;
    }

    /** Whether the group is no longer bought on that day. */
    boolean leavesOut(Habit asked, int day) {
        return isOn(Kind.GROUP_STOP, day) && habit.filter(asked::equals).isPresent();
    }

    /** What quantities of that group are multiplied with on that day. */
    double size(Habit asked, int day) {
        if (isOn(Kind.SIZE_DROP, day)) {
            return SHRUNK;
        }
        boolean spikes = isOn(Kind.SPIKE, day) && day < onset + SPIKE_DAYS;
        return spikes && habit.filter(asked::equals).isPresent() ? SPIKED : 1;
    }
}
