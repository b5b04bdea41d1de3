package org.offtake.patterns.btyd;

/** The data do not determine the parameters of a model; nothing may be said by that model about these customers. */
public final class NotFitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Too few customers, or too few with a repeat purchase. */
        TOO_LITTLE_DATA,
        /** The likelihood keeps rising, or stays flat, towards a parameter of 0 or infinity. */
        NO_MAXIMUM,
        /** The search ended before a maximum was reached. */
        NOT_CONVERGED
    }

    private final Reason reason;

    NotFitted(Reason reason, String model, String what) {
        super(model + " cannot be fitted: " + what);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
