package org.offtake.serving;

import java.time.Duration;

/** Waiting a little; an interrupt ends the wait as a failure and stays set. */
final class Pause {
    private Pause() {}

    static void of(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw ServingException.away("Interrupted while waiting. Try again", interrupt);
        }
    }
}
