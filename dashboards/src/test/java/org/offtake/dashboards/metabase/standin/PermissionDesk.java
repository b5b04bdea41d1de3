package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Keeps groups and two graphs with a revision each: whoever changes one must have seen the newest. */
final class PermissionDesk {
    private static final String GROUP = "group";
    private static final String NONE = "none";

    private final Store store;
    private final ObjectNode collections = graph();
    private final ObjectNode data = graph();
    private int conflicts;

    PermissionDesk(Store store) {
        this.store = store;
        keep(1, "All Users", "all-internal-users");
        keep(2, "Administrators", "admin");
        groups(collections).withObject("/1").put("root", "write");
    }

    private static ObjectNode graph() {
        ObjectNode graph = Store.JSON.objectNode().put("revision", 1);
        graph.putObject("groups");
        return graph;
    }

    private static ObjectNode groups(ObjectNode graph) {
        return (ObjectNode) graph.path("groups");
    }

    private void keep(long id, String name, String magic) {
        store.of(GROUP)
                .put(id, Store.JSON.objectNode().put("id", id).put("name", name).put("magic_group_type", magic));
    }

    /** Somebody else changes both graphs before so many of our changes. */
    void conflict(int times) {
        conflicts = times;
    }

    /** A new collection is seen as the one it is in. */
    void inherit(ObjectNode collection) {
        String parent = collection.path("parent_id").isNumber()
                ? collection.path("parent_id").asText()
                : "root";
        groups(collections).forEach(group -> {
            if (group.has(parent)) {
                ((ObjectNode) group).set(collection.path("id").asText(), group.path(parent));
            }
        });
    }

    /** On a new database every group may ask. */
    void open(ObjectNode database) {
        store.all(GROUP).stream()
                .filter(group -> !group.path("magic_group_type").asText().equals("admin"))
                .forEach(group -> groups(data)
                        .withObject("/" + group.path("id").asText())
                        .putObject(database.path("id").asText())
                        .put("view-data", "unrestricted")
                        .put("create-queries", "query-builder-and-native"));
    }

    ObjectNode collections() {
        return collections;
    }

    ObjectNode data() {
        return data;
    }

    Optional<Reply> answer(Asked asked) {
        if (asked.is("GET", "permissions", GROUP)) {
            ArrayNode all = Store.JSON.arrayNode();
            store.all(GROUP).forEach(all::add);
            return Optional.of(Reply.ok(all));
        }
        if (asked.is("POST", "permissions", GROUP)) {
            ObjectNode group = Store.JSON.objectNode().put("id", store.next());
            group.set("name", asked.body().path("name"));
            store.of(GROUP).put(group.path("id").asLong(), group);
            return Optional.of(Reply.ok(group));
        }
        if (asked.is("GET", "collection", "graph") || asked.is("PUT", "collection", "graph")) {
            return Optional.of(graph(collections, asked));
        }
        if (asked.is("GET", "permissions", "graph") || asked.is("PUT", "permissions", "graph")) {
            return Optional.of(graph(data, asked));
        }
        return Optional.empty();
    }

    private Reply graph(ObjectNode graph, Asked asked) {
        if (asked.method().equals("GET")) {
            return Reply.ok(graph.deepCopy());
        }
        if (conflicts > 0) {
            conflicts--;
            graph.put("revision", graph.path("revision").asInt() + 1);
        }
        if (asked.body().path("revision").asInt() != graph.path("revision").asInt()) {
            return Reply.refused(409, "Looks like someone else edited the permissions and your data is out of date.");
        }
        asked.body().path("groups").properties().forEach(group -> group.getValue()
                .properties()
                .forEach(each -> set(groups(graph).withObject("/" + group.getKey()), each.getKey(), each.getValue())));
        graph.put("revision", graph.path("revision").asInt() + 1);
        return Reply.ok(graph.deepCopy());
    }

    /** No access is told by silence. */
    private static void set(ObjectNode group, String id, JsonNode access) {
        if (access.asText().equals(NONE)) {
            group.remove(id);
            return;
        }
        group.set(id, access.deepCopy());
        if (access.path("create-queries").asText().equals("no")) {
            ((ObjectNode) group.path(id)).remove("create-queries");
        }
    }
}
