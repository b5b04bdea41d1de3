package org.offtake.dashboards.metabase;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.offtake.outbound.http.Authentication;

/** Signs in as another does, and keeps more out of messages than what it signs in with: what is sent in requests. */
record Discreet(Authentication signIn, Set<String> more) implements Authentication {
    static Discreet as(Authentication signIn) {
        return new Discreet(signIn, ConcurrentHashMap.newKeySet());
    }

    /** Gives the same word back, which no message tells from now on. */
    String keep(String secret) {
        more.add(secret);
        return secret;
    }

    @Override
    public Map<String, String> headers() {
        return signIn.headers();
    }

    @Override
    public boolean renew(Map<String, String> refused) {
        return signIn.renew(refused);
    }

    @Override
    public Set<String> secrets() {
        Set<String> all = new HashSet<>(signIn.secrets());
        all.addAll(more);
        return all;
    }

    @Override
    public String toString() {
        return signIn.toString();
    }
}
