package org.offtake.outbound.http;

import java.util.Map;
import java.util.Set;

/** How a system knows who calls. */
public interface Authentication {
    /** What each request carries; may sign in first, and keeps what it got. */
    Map<String, String> headers();

    /**
     * Signs in anew after these headers were not accepted.
     *
     * @return false when that cannot help
     */
    boolean renew(Map<String, String> refused);

    /** What must never be read in a message. */
    Set<String> secrets();

    /** For a system that asks for nothing. */
    static Authentication none() {
        return new Key(Map.of());
    }

    /** A key that the system gave once. */
    static Authentication key(String header, String key) {
        return new Key(Map.of(header, key));
    }
}
