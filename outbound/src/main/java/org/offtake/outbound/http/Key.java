package org.offtake.outbound.http;

import java.util.Map;
import java.util.Set;

/** The same headers with every request. */
record Key(Map<String, String> headers) implements Authentication {
    @Override
    public boolean renew(Map<String, String> refused) {
        return false;
    }

    @Override
    public Set<String> secrets() {
        return Set.copyOf(headers.values());
    }

    @Override
    public String toString() {
        return headers.keySet().toString();
    }
}
