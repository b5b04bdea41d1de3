package org.offtake.outbound.http;

import java.util.Objects;
import java.util.OptionalInt;

/** A request had no good answer; the message names the system, the request, the reason and the next step, and no secret. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;
    private final boolean retry;

    ApiException(String message, int status, String detail, boolean retry) {
        super(message);
        this.status = status;
        this.detail = detail;
        this.retry = retry;
    }

    /** What HTTP calls the answer; empty when there was none. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    public boolean is(int code) {
        return status == code;
    }

    /** What the system itself said; empty when it said nothing. */
    public String detail() {
        return detail;
    }

    /** True when the system was away or busy, so that the same request may be answered later. */
    public boolean retry() {
        return retry;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
