package org.offtake.bench;

/** The time since a moment. */
record Stopwatch(long begin) {
    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
