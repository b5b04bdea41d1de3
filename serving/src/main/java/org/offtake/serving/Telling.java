package org.offtake.serving;

import java.util.Optional;

/**
 * How people are told of episodes.
 *
 * @param cooldownDays for so many days after a signal ended, no new one is told of its subject
 * @param holdOut empty when everybody is shown everything
 */
public record Telling(int cooldownDays, Optional<HoldOut> holdOut) {
    /**
     * A few signals that chance keeps from people for a time, so that the effect of calling can be told from what would have
     * come anyway.
     *
     * @param percent of those that chance may choose, from 1 to 50
     * @param days for how long, the day on which it was told included
     */
    public record HoldOut(int percent, int days) {
        public HoldOut {
            if (percent < 1 || percent > 50) {
                throw ServingException.mistake("'hold_out' keeps " + percent
                        + " percent from people. Give it 1 to 50, or leave it out so that everything is shown");
            }
            if (days < 1) {
                throw ServingException.mistake("'hold_out' lasts " + days + " days. Give it 1 or more, such as 28");
            }
        }

        /** One of so many is chosen. */
        int block() {
            return (int) Math.round(100.0 / percent);
        }
    }

    public Telling {
        if (cooldownDays < 0) {
            throw ServingException.mistake(
                    "'cooldown_days' is " + cooldownDays + " days. Give it 0 or more, such as 14");
        }
    }

    /** Everything is shown to everybody. */
    public static Telling cooling(int days) {
        return new Telling(days, Optional.empty());
    }
}
