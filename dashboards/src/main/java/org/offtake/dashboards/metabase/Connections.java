package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.offtake.outbound.http.Call;

/**
 * A connection for each role, by an account that reads and writes nothing.
 *
 * <p>Its password is made up when the connection is, told to both sides, and kept by neither of ours.
 *
 * @param newPasswords whether connections that are there get new ones
 */
record Connections(Work work, Reach reach, Accounts accounts, Discreet quiet, boolean newPasswords) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** What Metabase says, and takes, in place of a password that stays as it is. */
    private static final String AS_BEFORE = "**MetabasePass**";

    /** Our PostgreSQL, as far as accounts go. */
    interface Accounts {
        /** Gives an account, made where it is not there, this password. */
        void letIn(String account, String password);
    }

    void settle() {
        JsonNode all = work.server()
                .get(Call.get("/api/database")
                        .with("include_analytics", false)
                        .with("saved", false)
                        .with("include_editable_data_model", false)
                        .with("exclude_uneditable_details", false)
                        .with("include_only_uploadable", false))
                .path("data");
        for (Role role : Role.values()) {
            settle(role, all);
        }
    }

    private void settle(Role role, JsonNode all) {
        ObjectNode wanted = wanted(role);
        String name = wanted.path("name").asText();
        Optional<JsonNode> found = found(role, name, all);
        if (found.isEmpty()) {
            JsonNode made = create(role, wanted);
            work.settle(Kind.DATABASE, role.word(), name, made, Change.Action.CREATE, List.of());
            work.remember(Kind.DATABASE, role.word(), made, wanted);
            return;
        }
        List<String> differs = Canonical.differing(wanted, Shape.of(Kind.DATABASE, found.get()));
        if (!differs.isEmpty() || newPasswords) {
            ObjectNode body = wanted.deepCopy();
            ((ObjectNode) body.path("details")).put("password", newPasswords ? password(role) : AS_BEFORE);
            work.pen().update(Call.put("/api/database/" + found.get().path("id").asLong(), body));
            List<String> changed = differs.isEmpty() ? List.of("password") : differs;
            work.settle(Kind.DATABASE, role.word(), name, found.get(), Change.Action.UPDATE, changed);
        } else {
            work.settle(Kind.DATABASE, role.word(), name, found.get(), Change.Action.NOTHING, List.of());
        }
        work.remember(Kind.DATABASE, role.word(), found.get(), wanted);
    }

    private ObjectNode wanted(Role role) {
        ObjectNode wanted = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Offtake " + role.word() + " (" + work.wanted().project() + ")")
                .put("engine", "postgres");
        wanted.putObject("details")
                .put("host", reach.host())
                .put("port", reach.port())
                .put("dbname", reach.name())
                .put("user", role.account(reach))
                .put("ssl", reach.ssl())
                .put("schema-filters-type", "inclusion")
                .put("schema-filters-patterns", "mart");
        return wanted;
    }

    private Optional<JsonNode> found(Role role, String name, JsonNode all) {
        Optional<Long> id = work.remembered(Kind.DATABASE, role.word()).map(Memory.Thing::id);
        JsonNode named = null;
        for (JsonNode database : all) {
            if (id.filter(number -> number == database.path("id").asLong()).isPresent()) {
                return Optional.of(database);
            }
            if (database.path("name").asText().equals(name)) {
                named = database;
            }
        }
        if (named != null && !named.path("details").path("user").asText().equals(role.account(reach))) {
            throw new MetabaseException("Metabase has a database '" + name + "' ("
                    + named.path("id").asLong()
                    + ") that does not read as " + role.account(reach)
                    + ", so it was not made by Offtake; give it another name there");
        }
        return Optional.ofNullable(named);
    }

    private JsonNode create(Role role, ObjectNode wanted) {
        ObjectNode body = wanted.deepCopy();
        body.put("is_full_sync", true).put("is_on_demand", false).put("connection_source", "admin");
        if (!work.pen().writes()) {
            return work.pen().create("/api/database", body);
        }
        ((ObjectNode) body.path("details")).put("password", password(role));
        JsonNode made = work.pen().create("/api/database", body);
        work.pen()
                .create(
                        "/api/database/" + made.path("id").asLong() + "/sync_schema",
                        JsonNodeFactory.instance.objectNode());
        return made;
    }

    private String password(Role role) {
        if (!work.pen().writes()) {
            return AS_BEFORE;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String password = quiet.keep(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        accounts.letIn(role.account(reach), password);
        return password;
    }
}
