package org.offtake.patterns.detect;

/** What has changed in a customer's pattern. */
public enum Kind {
    /** No orders any more. */
    STOPPED(Direction.DOWN),
    /** Orders come more slowly. */
    SLOWER(Direction.DOWN),
    /** A product group is no longer in the orders. */
    GROUP_STOPPED(Direction.DOWN),
    /** Quantities have dropped in all groups. */
    SIZE_DROPPED(Direction.DOWN),
    /** Quantities of one group have jumped. */
    SIZE_JUMPED(Direction.UP),
    /** Orders come faster. */
    FASTER(Direction.UP);

    /** Whether the customer takes less or more. */
    public enum Direction {
        DOWN,
        UP
    }

    private final Direction direction;

    Kind(Direction direction) {
        this.direction = direction;
    }

    public Direction direction() {
        return direction;
    }
}
