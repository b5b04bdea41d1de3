package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps connections, tries each before it is kept, and never gives a password back. */
record DatabaseDesk(Store store, PermissionDesk permissions) {
    private static final String DATABASE = "database";
    private static final String HIDDEN = "**MetabasePass**";

    Optional<Reply> answer(Asked asked) {
        if (asked.is("GET", DATABASE)) {
            ObjectNode list = Store.JSON.objectNode();
            ArrayNode data = list.putArray("data");
            store.all(DATABASE).forEach(database -> data.add(shown(database)));
            return Optional.of(Reply.ok(list.put("total", data.size())));
        }
        if (asked.is("POST", DATABASE)) {
            return Optional.of(create(asked.body()));
        }
        if (asked.is("POST", DATABASE, "*", "sync_schema")) {
            return Optional.of(Reply.ok(Store.JSON.objectNode().put("status", "ok")));
        }
        if (asked.is("GET", DATABASE, "*") || asked.is("PUT", DATABASE, "*")) {
            return Optional.of(store.find(DATABASE, asked.parts().get(1))
                    .map(found -> asked.method().equals("GET") ? Reply.ok(shown(found)) : update(found, asked.body()))
                    .orElseGet(Reply::missing));
        }
        return Optional.empty();
    }

    private Reply create(ObjectNode body) {
        Optional<String> wrong = tried((ObjectNode) body.path("details"));
        if (wrong.isPresent()) {
            return Reply.refused(400, wrong.get());
        }
        ObjectNode database = body.deepCopy().put("initial_sync_status", "complete");
        ObjectNode kept = store.add(DATABASE, database);
        permissions.open(kept);
        return Reply.ok(shown(kept));
    }

    private Reply update(ObjectNode database, ObjectNode body) {
        ObjectNode next = body.deepCopy();
        ObjectNode details = (ObjectNode) next.path("details");
        if (details.path("password").asText().equals(HIDDEN)) {
            details.set("password", database.path("details").path("password"));
        }
        Optional<String> wrong = tried(details);
        if (wrong.isPresent()) {
            return Reply.refused(400, wrong.get());
        }
        database.setAll(next);
        return Reply.ok(shown(database));
    }

    /** What is wrong with it, with the password in it, as a careless driver would say. */
    private static Optional<String> tried(ObjectNode details) {
        String url = "jdbc:postgresql://" + details.path("host").asText() + ":"
                + details.path("port").asInt() + "/" + details.path("dbname").asText();
        String password = details.path("password").asText();
        try (Connection connection =
                DriverManager.getConnection(url, details.path("user").asText(), password)) {
            return connection.isValid(1) ? Optional.empty() : Optional.of("is not valid");
        } catch (SQLException refused) {
            return Optional.of(refused.getMessage() + " (password=" + password + ")");
        }
    }

    private static ObjectNode shown(ObjectNode database) {
        ObjectNode shown = database.deepCopy();
        ((ObjectNode) shown.path("details")).put("password", HIDDEN);
        return shown;
    }
}
