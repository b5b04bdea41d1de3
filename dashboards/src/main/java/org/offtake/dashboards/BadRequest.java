package org.offtake.dashboards;

import java.util.Objects;

/** The address asks for something that cannot be given; the message says what to change. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
