package org.offtake.cli;

import java.util.concurrent.CountDownLatch;
import org.apache.spark.util.SignalUtils;

/**
 * Ctrl-C, or the end asked for from outside: the first is waited for, a second one ends the process at once.
 *
 * <p>A shutdown hook will not do, for Spark has one too: it would be gone while a step is let to end.
 */
final class EndSignal {
    private final CountDownLatch asked = new CountDownLatch(1);

    private EndSignal() {}

    static EndSignal watched() {
        EndSignal end = new EndSignal();
        SignalUtils.register("INT", end::first);
        SignalUtils.register("TERM", end::first);
        return end;
    }

    /** Whether this was the first; what is not taken here does as it usually does. */
    private Object first() {
        boolean first = asked.getCount() > 0;
        asked.countDown();
        return first;
    }

    /** Stays until the end is asked for. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
