package org.offtake.datatests.wronghouse.models;

import java.sql.Connection;
import java.time.Instant;
import org.offtake.datatests.wronghouse.serving.ServingOnSpark;

/** Knows a database, a clock, and a module that should know it. */
record ContractThatConnects(Connection connection, ServingOnSpark serving) {
    Instant readAt() {
        return Instant.now();
    }
}
