package org.offtake.outbound.lineage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of something that makes tables.
 *
 * @param id the same whenever the same run is told
 * @param job its name within the namespace of all our jobs
 * @param type what kind of job it is, such as {@code RUN} or {@code MODEL}
 * @param sql what it selects; empty where it is no SELECT
 * @param failure why it failed; empty when it did not
 * @param parent what it is a part of; empty for the whole
 */
public record JobRun(
        UUID id,
        String job,
        String type,
        String about,
        Optional<String> sql,
        Instant started,
        Instant ended,
        Optional<String> failure,
        List<Dataset> inputs,
        List<Dataset> outputs,
        Optional<Parent> parent) {
    public JobRun {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** A run and its job. */
    public record Parent(UUID id, String job) {}
}
