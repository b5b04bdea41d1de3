package org.offtake.dashboards.metabase;

import java.util.Objects;

/** Metabase stands otherwise than can be worked with; the message names the thing and the next step, and no secret. */
public final class MetabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MetabaseException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
