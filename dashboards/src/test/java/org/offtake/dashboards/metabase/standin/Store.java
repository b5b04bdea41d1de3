package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the stand-in keeps: things by kind and number, the oldest first. */
public final class Store {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Map<Long, ObjectNode>> kinds = new LinkedHashMap<>();
    private long last = 100;

    long next() {
        return ++last;
    }

    /** Keeps a new thing under a new number and a new name for good. */
    ObjectNode add(String kind, ObjectNode thing) {
        ObjectNode numbered = JSON.objectNode().put("id", next());
        if (!thing.hasNonNull("entity_id")) {
            thing.put("entity_id", UUID.randomUUID().toString().replace("-", "").substring(0, 21));
        }
        numbered.setAll(thing);
        of(kind).put(numbered.path("id").asLong(), numbered);
        return numbered;
    }

    Map<Long, ObjectNode> of(String kind) {
        return kinds.computeIfAbsent(kind, any -> new LinkedHashMap<>());
    }

    public List<ObjectNode> all(String kind) {
        return new ArrayList<>(of(kind).values());
    }

    /** By number, or by the name for good. */
    public Optional<ObjectNode> find(String kind, String id) {
        return of(kind).values().stream()
                .filter(thing -> thing.path("id").asText().equals(id)
                        || thing.path("entity_id").asText().equals(id))
                .findFirst();
    }

    /** The one of this name. */
    public ObjectNode named(String kind, String name) {
        return of(kind).values().stream()
                .filter(thing -> thing.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " '" + name + "' among " + names(kind)));
    }

    public List<String> names(String kind) {
        return of(kind).values().stream()
                .map(thing -> thing.path("name").asText())
                .toList();
    }

    /** Whether it, or a collection that it is in, was put into the trash. */
    boolean isArchived(ObjectNode thing) {
        if (thing.path("archived").asBoolean()) {
            return true;
        }
        JsonNode parent = thing.has("collection_id") ? thing.path("collection_id") : thing.path("parent_id");
        return parent.isNumber()
                && find("collection", parent.asText()).filter(this::isArchived).isPresent();
    }
}
