package org.offtake.outbound.mail;

import java.util.Objects;

/** A letter was not taken; the message names the server, the reason and the next step, and no secret. */
public final class MailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean retry;

    MailException(String message, boolean retry, Throwable cause) {
        super(message, cause);
        this.retry = retry;
    }

    /** True when the server was away or busy, so that the same letter may be taken later. */
    public boolean retry() {
        return retry;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
