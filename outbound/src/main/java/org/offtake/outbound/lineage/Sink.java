package org.offtake.outbound.lineage;

import java.util.List;

/** Where events go. */
public interface Sink {
    /** Returns when all are taken, in their order; telling one again does no harm. */
    void take(List<String> events);
}
