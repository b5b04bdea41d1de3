package org.offtake.schedules.airflow;

import java.time.Instant;
import java.util.Optional;

/** A DAG as the server knows it. */
record Dag(String dagId, boolean isPaused, String fileToken, Optional<Instant> nextDagrunRunAfter) {}
