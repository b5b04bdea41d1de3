package org.offtake.outbound.http;

import java.time.Duration;
import java.util.Optional;

/** How long is waited before a request is sent again. */
interface Pause {
    Duration FIRST = Duration.ofMillis(500);
    Duration LONGEST = Duration.ofSeconds(30);

    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void lasts(Duration duration) throws InterruptedException;

    /** What the system asks for, in seconds, but not too long; else one that doubles with each attempt. */
    static Duration after(int attempt, Optional<String> retryAfter) {
        return retryAfter
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(asked -> asked.compareTo(LONGEST) < 0 ? asked : LONGEST)
                .orElse(FIRST.multipliedBy(1L << (attempt - 1)));
    }
}
