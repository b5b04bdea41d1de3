package org.offtake.schedules;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a step is tried again, by what its exit code says: a source that is not ready (20) and a system that is away or
 * busy (45) are worth it; our own mistake (40) and a broken check (50) are not.
 */
public record Retry(Tries notReady, Tries away) {
    public static final int NOT_READY = 20;
    public static final int AWAY = 45;

    /**
     * @param times after the first try; 0 for none
     * @param pause from the end of one try to the start of the next
     * @param goesOn whether the steps after it run all the same when the last try ended so; people are told
     */
    public record Tries(int times, Duration pause, boolean goesOn) {}

    /** What may happen after this exit code. */
    public Tries after(int exitCode) {
        return switch (exitCode) {
            case NOT_READY -> notReady;
            case AWAY -> away;
            default -> new Tries(0, Duration.ZERO, false);
        };
    }

    /**
     * How long to wait before the next try; empty when there is none.
     *
     * @param failures how often this step of this run has not been done, whatever the reason, the last time counted
     */
    public Optional<Duration> waitAfter(int exitCode, int failures) {
        Tries tries = after(exitCode);
        return failures <= tries.times() ? Optional.of(tries.pause()) : Optional.empty();
    }
}
