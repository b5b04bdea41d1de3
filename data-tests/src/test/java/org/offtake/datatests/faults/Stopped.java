package org.offtake.datatests.faults;

/** The process ends here: no product code may catch it, and nothing it does afterwards has an effect. */
final class Stopped extends Error {
    private static final long serialVersionUID = 1L;

    /** Whether this is where it ends, rather than something that it tries afterwards. */
    private final boolean here;

    Stopped(Effect effect, boolean here) {
        super("stopped before " + effect);
        this.here = here;
    }

    boolean isHere() {
        return here;
    }
}
