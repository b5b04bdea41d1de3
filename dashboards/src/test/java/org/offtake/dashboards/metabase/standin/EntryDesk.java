package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who comes in: by a session, by a key, or as the first administrator, who is made once. */
final class EntryDesk {
    private final String version;
    private final String setupToken = UUID.randomUUID().toString();
    private final Map<String, String> passwords = new HashMap<>();
    private final Set<String> sessions = new HashSet<>();
    private final Map<String, Boolean> keys = new HashMap<>();

    EntryDesk(String version) {
        this.version = version;
    }

    void letIn(String user, String password) {
        passwords.put(user, password);
    }

    void key(String key, boolean administrator) {
        keys.put(key, administrator);
    }

    void endSessions() {
        sessions.clear();
    }

    Optional<Reply> answer(Asked asked) {
        if (asked.is("GET", "session", "properties")) {
            return Optional.of(properties());
        }
        if (asked.is("POST", "setup")) {
            return Optional.of(setUp(asked.body()));
        }
        if (asked.is("POST", "session")) {
            return Optional.of(signIn(asked.body()));
        }
        return Optional.empty();
    }

    private boolean isFresh() {
        return passwords.isEmpty() && keys.isEmpty();
    }

    private Reply properties() {
        ObjectNode properties = Store.JSON.objectNode().put("has-user-setup", !isFresh());
        properties.put("setup-token", isFresh() ? setupToken : null);
        properties.putObject("version").put("tag", version).put("date", "2026-11-01");
        return Reply.ok(properties);
    }

    private Reply setUp(ObjectNode body) {
        if (!isFresh()) {
            return Reply.refused(
                    403,
                    "The /api/setup route can only be used to create the first user, however a user currently exists.");
        }
        if (!body.path("token").asText().equals(setupToken)) {
            return Reply.wrong("token", "Token does not match the setup token.");
        }
        letIn(
                body.path("user").path("email").asText(),
                body.path("user").path("password").asText());
        return Reply.ok(session());
    }

    private Reply signIn(ObjectNode body) {
        String password = passwords.get(body.path("username").asText());
        if (password == null || !password.equals(body.path("password").asText())) {
            return Reply.wrong(
                    "password",
                    "did not match stored password: " + body.path("password").asText());
        }
        return Reply.ok(session());
    }

    private ObjectNode session() {
        String id = UUID.randomUUID().toString();
        sessions.add(id);
        return Store.JSON.objectNode().put("id", id);
    }

    /** Empty when whoever asks may do what they ask. */
    Optional<Reply> refusal(Headers headers, String method) {
        Optional<String> session = Optional.ofNullable(headers.getFirst("X-Metabase-Session"));
        if (session.filter(sessions::contains).isPresent()) {
            return Optional.empty();
        }
        Boolean administrator =
                keys.get(Optional.ofNullable(headers.getFirst("x-api-key")).orElse(""));
        if (administrator == null) {
            return Optional.of(Reply.refused(401, "Unauthenticated"));
        }
        return administrator || method.equals("GET")
                ? Optional.empty()
                : Optional.of(Reply.refused(403, "You don't have permissions to do that."));
    }
}
