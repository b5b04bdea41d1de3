package org.offtake.dashboards;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who may read: sessions live in memory, end with the process, and at the latest after a working day. */
final class Sessions {
    private static final Duration LIFE = Duration.ofHours(12);

    /** Cookies do not know ports: two viewers on one machine must not sign each other out. */
    private final String cookie;

    private final Map<ByteBuffer, Long> startedAt = new ConcurrentHashMap<>();

    Sessions(int port) {
        this.cookie = "offtake_" + port;
    }

    /** Opens a session; answers the {@code Set-Cookie} header that carries it. */
    String open() {
        startedAt.values().removeIf(Sessions::isOver);
        String secret = Secret.fresh();
        startedAt.put(key(secret), System.nanoTime());
        return cookie + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + LIFE.toSeconds();
    }

    /** Whether one of these {@code Cookie} headers carries an open session. */
    boolean admits(List<String> cookieHeaders) {
        return cookieHeaders.stream()
                .flatMap(header -> List.of(header.split(";")).stream())
                .map(String::strip)
                .filter(pair -> pair.startsWith(cookie + "="))
                .map(pair -> startedAt.get(key(pair.substring(cookie.length() + 1))))
                .anyMatch(started -> started != null && !isOver(started));
    }

    private static ByteBuffer key(String secret) {
        return ByteBuffer.wrap(Secret.hash(secret));
    }

    private static boolean isOver(long started) {
        return System.nanoTime() - started > LIFE.toNanos();
    }
}
