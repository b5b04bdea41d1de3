package org.offtake.etl.conform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.offtake.etl.land.Deliveries;
import org.offtake.models.SourceTable;

/** The standing of contents at versions of the register, each version read once for all source tables. */
final class Standings {
    private final Deliveries deliveries;
    private final Map<Long, Deliveries.Registered> read = new ConcurrentHashMap<>();

    Standings(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    Map<String, Deliveries.Standing> of(SourceTable table, long version) {
        return at(version).contents(table);
    }

    Deliveries.Registered at(long version) {
        return read.computeIfAbsent(version, deliveries::at);
    }
}
