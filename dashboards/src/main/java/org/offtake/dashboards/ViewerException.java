package org.offtake.dashboards;

import java.util.Objects;

/**
 * The viewer cannot be started; the message names the thing and the next step.
 *
 * <p>{@link #retry()} tells what is only busy (a taken port) from a mistake that stays until someone corrects it.
 */
public final class ViewerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean retry;

    ViewerException(String message, boolean retry) {
        super(message);
        this.retry = retry;
    }

    /** True when the same call may succeed later. */
    public boolean retry() {
        return retry;
    }

    /** What happened and the next step; never absent. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
