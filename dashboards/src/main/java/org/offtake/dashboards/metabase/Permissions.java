package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.offtake.dashboards.metabase.wanted.WantedCollection;
import org.offtake.outbound.http.ApiException;
import org.offtake.outbound.http.Call;

/**
 * Who sees our collections, and who asks questions of their own: our groups, and nobody else but administrators.
 *
 * <p>Other groups are kept out of what is ours, and everything that is not ours is left as it is.
 */
record Permissions(Work work) {
    private static final int CONFLICT = 409;
    private static final String NONE = "none";
    private static final String ASKS = "query-builder-and-native";
    private static final String ASKS_NOT = "no";
    private static final String COLLECTIONS = "/api/collection/graph";
    private static final String DATA = "/api/permissions/graph";

    void settle() {
        Map<Long, String> groups = groups();
        settle("collections", COLLECTIONS, () -> collections(groups));
        settle("data", DATA, () -> data(groups));
    }

    /** A graph that is to be sent, and what of it is new. */
    private record Graph(ObjectNode body, List<String> differs) {}

    /** Somebody may have changed the graph since it was read: then it is read once more. */
    private void settle(String slug, String path, Supplier<Graph> read) {
        Graph graph = read.get();
        if (!graph.differs().isEmpty()) {
            try {
                work.pen().update(put(path, graph));
            } catch (ApiException refused) {
                if (!refused.is(CONFLICT)) {
                    throw refused;
                }
                work.pen().update(put(path, read.get()));
            }
        }
        Change.Action action = graph.differs().isEmpty() ? Change.Action.NOTHING : Change.Action.UPDATE;
        work.say(Change.of(action, Kind.PERMISSIONS, slug, "who may use our " + slug, 0, graph.differs()));
    }

    private static Call put(String path, Graph graph) {
        return Call.put(path, graph.body()).with("force", false).with("skip-graph", false);
    }

    private Graph collections(Map<Long, String> groups) {
        JsonNode graph = work.server().get(Call.get(COLLECTIONS));
        ObjectNode body = body(graph);
        List<String> differs = new ArrayList<>();
        for (WantedCollection collection : work.wanted().collections()) {
            String id = String.valueOf(work.number(Kind.COLLECTION, collection.slug()));
            groups.forEach((group, name) -> {
                String now = graph.path("groups")
                        .path(String.valueOf(group))
                        .path(id)
                        .asText(NONE);
                String wanted = isOurs(group) ? "read" : NONE;
                if (!now.equals(wanted)) {
                    ((ObjectNode) body.path("groups")).withObject("/" + group).put(id, wanted);
                    differs.add(name + " in " + collection.slug() + ": " + now + " to " + wanted);
                }
            });
        }
        return new Graph(body, differs);
    }

    private Graph data(Map<Long, String> groups) {
        JsonNode graph = work.server().get(Call.get(DATA));
        ObjectNode body = body(graph);
        List<String> differs = new ArrayList<>();
        for (Role role : Role.values()) {
            String id = String.valueOf(work.number(Kind.DATABASE, role.word()));
            groups.forEach((group, name) -> {
                JsonNode found = graph.path("groups")
                        .path(String.valueOf(group))
                        .path(id)
                        .path("create-queries");
                String now = found.isObject() ? "some" : found.asText(ASKS_NOT);
                boolean asks = role == Role.ANALYSTS && group == work.number(Kind.GROUP, role.word());
                String wanted = asks ? ASKS : ASKS_NOT;
                if (!now.equals(wanted)) {
                    ((ObjectNode) body.path("groups"))
                            .withObject("/" + group)
                            .putObject(id)
                            .put("view-data", "unrestricted")
                            .put("create-queries", wanted);
                    differs.add(name + " on " + role.word() + ": " + now + " to " + wanted);
                }
            });
        }
        return new Graph(body, differs);
    }

    private static ObjectNode body(JsonNode graph) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("revision", graph.path("revision").asLong());
        body.putObject("groups");
        return body;
    }

    /** All groups by name, but that of the administrators, from whom nothing can be taken. */
    private Map<Long, String> groups() {
        Map<Long, String> groups = new LinkedHashMap<>();
        for (JsonNode group : work.server().get(Call.get(Kind.GROUP.path()))) {
            String name = group.path("name").asText();
            boolean administrators =
                    group.path("magic_group_type").asText().equals("admin") || name.equals("Administrators");
            if (!administrators) {
                groups.put(group.path("id").asLong(), name);
            }
        }
        Arrays.stream(Role.values())
                .forEach(role -> groups.putIfAbsent(work.number(Kind.GROUP, role.word()), "Offtake " + role.word()));
        return groups;
    }

    private boolean isOurs(long group) {
        return Arrays.stream(Role.values()).anyMatch(role -> work.number(Kind.GROUP, role.word()) == group);
    }
}
