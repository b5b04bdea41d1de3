package org.offtake.schedules.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.offtake.schedules.Cause;

/** A run of a DAG as the server knows it. */
record DagRun(
        String dagId,
        String dagRunId,
        String runType,
        String state,
        Instant runAfter,
        Optional<Instant> startDate,
        Optional<Instant> endDate,
        JsonNode conf) {

    /** What our own backfill is named by, where Airflow's is not one run a day. */
    static final String BACKFILL = "offtake_backfill__";

    Cause cause() {
        return switch (runType) {
            case "backfill" -> Cause.BACKFILL;
            case "manual" -> dagRunId.startsWith(BACKFILL) ? Cause.BACKFILL : Cause.HAND;
            case "scheduled" -> Cause.SCHEDULE;
            default -> Cause.AFTER;
        };
    }

    boolean ended() {
        return state.equals("success") || state.equals("failed");
    }

    /** The business date that it was asked for with. */
    Optional<LocalDate> asked() {
        return Optional.ofNullable(conf.get("business_date"))
                .filter(JsonNode::isTextual)
                .map(date -> LocalDate.parse(date.asText()));
    }
}
