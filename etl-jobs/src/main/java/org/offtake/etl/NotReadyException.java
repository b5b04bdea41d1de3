package org.offtake.etl;

/** A source is not ready: worth another try later (exit code 20). */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotReadyException(String message) {
        super(message);
    }
}
