package org.offtake.serving;

import java.sql.SQLException;
import java.util.Objects;

/**
 * PostgreSQL, or what we asked of it, failed; the message names the thing, the reason and the next step.
 *
 * <p>{@link #retry()} tells a system that is away or busy (worth a later try) from a mistake that stays until someone
 * corrects it.
 */
public final class ServingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean retry;

    private ServingException(String message, boolean retry) {
        super(message);
        this.retry = retry;
    }

    private ServingException(String message, boolean retry, Throwable cause) {
        super(message, cause);
        this.retry = retry;
    }

    static ServingException away(String message) {
        return new ServingException(message, true);
    }

    static ServingException away(String message, Throwable cause) {
        return new ServingException(message, true, cause);
    }

    static ServingException mistake(String message) {
        return new ServingException(message, false);
    }

    static ServingException mistake(String message, Throwable cause) {
        return new ServingException(message, false, cause);
    }

    /** Reads the category of a database error from its SQL state; {@code what} says what we were doing. */
    public static ServingException of(String what, SQLException cause) {
        SqlState state = SqlState.of(cause);
        String reason = String.valueOf(cause.getMessage()).strip().replaceFirst("\\.$", "");
        return new ServingException(what + ": " + reason + ". " + state.nextStep(), state.worthARetry(), cause);
    }

    /** The same, saying first what we were at. */
    public ServingException during(String what) {
        return new ServingException(what + ": " + getMessage(), retry, this);
    }

    /** True when a system was away or busy, so that the same call may succeed later. */
    public boolean retry() {
        return retry;
    }

    /** What happened, to what, and the next step; never absent. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
