package org.offtake.outbound.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs in with a password for a token, once, and once more each time the token is not accepted any longer. */
public final class SignIn implements Authentication {
    private final String header;
    private final String prefix;
    private final String password;
    private final Supplier<String> token;
    private Optional<String> current = Optional.empty();

    /**
     * @param header which carries the token, behind {@code prefix}
     * @param password what the token is got with; kept out of every message
     * @param token gets a new one
     */
    public SignIn(String header, String prefix, String password, Supplier<String> token) {
        this.header = header;
        this.prefix = prefix;
        this.password = password;
        this.token = token;
    }

    @Override
    public synchronized Map<String, String> headers() {
        String known = current.orElseGet(token);
        current = Optional.of(known);
        return Map.of(header, prefix + known);
    }

    @Override
    public synchronized boolean renew(Map<String, String> refused) {
        if (current.isPresent() && refused.equals(headers())) { // else another thread was quicker
            current = Optional.empty();
        }
        return true;
    }

    @Override
    public synchronized Set<String> secrets() {
        return Stream.concat(Stream.of(password), current.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return header;
    }
}
