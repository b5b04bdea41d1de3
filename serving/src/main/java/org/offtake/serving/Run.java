package org.offtake.serving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the warehouse, as {@code app.run} tells it.
 *
 * @param businessDate local business day of the company
 * @param message why it failed, or what is worth saying
 * @param manifest lake table to the version the published rows were computed from; empty unless published
 */
public record Run(
        long runId,
        Instant startedAt,
        Optional<Instant> finishedAt,
        LocalDate businessDate,
        RunStatus status,
        Optional<String> message,
        Map<String, TableVersion> manifest) {

    /** Keeps its own copy of the manifest. */
    public Run {
        manifest = Map.copyOf(manifest);
    }
}
