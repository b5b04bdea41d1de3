package org.offtake.serving;

import java.util.Locale;

/** How a run stands. */
public enum RunStatus {
    RUNNING,
    PUBLISHED,
    FAILED,
    NOTHING_NEW;

    static RunStatus of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
