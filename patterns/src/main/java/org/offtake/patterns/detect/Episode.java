package org.offtake.patterns.detect;

import java.util.Optional;

/**
 * One time that a customer left their pattern.
 *
 * @param stake empty where more is taken and not less, or nothing is known of money
 * @param closed empty while it lasts, as far as the orders that are known tell
 */
public record Episode(Alarm alarm, Optional<Stake> stake, Optional<Closed> closed) {
    /** How an episode ends. */
    public enum How {
        /** The customer, or the group, is in an order again. */
        ORDERED,
        /** Orders or quantities are again what they were. */
        BACK,
        /** Another episode tells more of the same. */
        REPLACED,
        /** It has been so for so long that it is what is usual. */
        USUAL_NOW
    }

    /** @param day epoch day */
    public record Closed(int day, How how) {}

    Episode closedOn(int day, How how) {
        return new Episode(alarm, stake, Optional.of(new Closed(day, how)));
    }
}
