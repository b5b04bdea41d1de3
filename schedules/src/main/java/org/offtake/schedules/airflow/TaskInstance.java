package org.offtake.schedules.airflow;

import java.util.Optional;
import java.util.Set;

/** A task of a run as the server knows it. */
record TaskInstance(String dagRunId, String taskId, Optional<String> state, int tryNumber) {
    private static final Set<String> ENDED = Set.of("success", "failed", "skipped", "upstream_failed", "removed");

    boolean is(String wanted) {
        return state.filter(wanted::equals).isPresent();
    }

    boolean ended() {
        return state.filter(ENDED::contains).isPresent();
    }
}
