package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps collections, and lists what is in them; a new one is seen by whoever sees the one it is in. */
record CollectionDesk(Store store, PermissionDesk permissions) {
    private static final String COLLECTION = "collection";
    private static final List<String> FIELDS = List.of("name", "description", "parent_id", "archived");

    Optional<Reply> answer(Asked asked) {
        if (asked.is("POST", COLLECTION)) {
            return Optional.of(create(asked.body()));
        }
        if (asked.is("GET", COLLECTION, "*", "items")) {
            return Optional.of(items(asked.parts().get(1), asked.query().getOrDefault("models", "")));
        }
        if (asked.is("GET", COLLECTION, "*") || asked.is("PUT", COLLECTION, "*")) {
            return Optional.of(store.find(COLLECTION, asked.parts().get(1))
                    .map(found -> {
                        if (asked.method().equals("PUT")) {
                            copy(asked.body(), found);
                        }
                        return Reply.ok(shown(found));
                    })
                    .orElseGet(Reply::missing));
        }
        return Optional.empty();
    }

    private Reply create(ObjectNode body) {
        ObjectNode collection = Store.JSON.objectNode().put("archived", false).putNull("parent_id");
        copy(body, collection);
        ObjectNode kept = store.add(COLLECTION, collection);
        permissions.inherit(kept);
        return Reply.ok(shown(kept));
    }

    private static void copy(ObjectNode from, ObjectNode to) {
        FIELDS.stream().filter(from::has).forEach(field -> to.set(field, from.path(field)));
    }

    private ObjectNode shown(ObjectNode collection) {
        ObjectNode shown = collection.deepCopy().put("archived", store.isArchived(collection));
        return shown.put("slug", collection.path("name").asText().toLowerCase(Locale.ROOT));
    }

    /** @param model empty for all kinds */
    private Reply items(String id, String model) {
        ObjectNode list = Store.JSON.objectNode();
        ArrayNode data = list.putArray("data");
        ArrayNode models = list.putArray("models");
        for (String kind : model.isEmpty() ? List.of("card", "dashboard", COLLECTION) : List.of(model)) {
            models.add(kind);
            store.all(kind).stream()
                    .filter(thing -> !store.isArchived(thing))
                    .filter(thing -> parent(thing).equals(id))
                    .forEach(thing -> data.add(item(thing, kind)));
        }
        return Reply.ok(list.put("total", data.size()).putNull("limit").putNull("offset"));
    }

    private static ObjectNode item(ObjectNode thing, String kind) {
        ObjectNode item =
                Store.JSON.objectNode().put("id", thing.path("id").asLong()).put("model", kind);
        item.set("name", thing.path("name"));
        item.set("description", thing.path("description"));
        item.set("entity_id", thing.path("entity_id"));
        return item;
    }

    private static String parent(ObjectNode thing) {
        var parent = thing.has("collection_id") ? thing.path("collection_id") : thing.path("parent_id");
        return parent.isNumber() ? parent.asText() : "root";
    }
}
