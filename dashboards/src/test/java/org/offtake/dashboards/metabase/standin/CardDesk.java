package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Keeps questions: each under a name for good that no other has, its query given back in the form of MBQL 5.
 *
 * @param tagsAsList whether the places of a query are given back as a list, as newer versions do, or by name
 */
record CardDesk(Store store, boolean tagsAsList) {
    private static final String CARD = "card";
    private static final List<String> FIELDS = List.of(
            "name",
            "description",
            "collection_id",
            "display",
            "visualization_settings",
            "dataset_query",
            "archived",
            "type");

    Optional<Reply> answer(Asked asked) {
        if (asked.is("POST", CARD)) {
            return Optional.of(create(asked.body()));
        }
        if (asked.is("GET", CARD, "*")) {
            return Optional.of(store.find(CARD, asked.parts().get(1))
                    .map(card -> Reply.ok(shown(card)))
                    .orElseGet(Reply::missing));
        }
        if (asked.is("PUT", CARD, "*")) {
            return Optional.of(store.find(CARD, asked.parts().get(1))
                    .map(card -> update(card, asked.body()))
                    .orElseGet(Reply::missing));
        }
        return Optional.empty();
    }

    private Reply create(ObjectNode body) {
        for (String field : List.of("name", "dataset_query", "display", "visualization_settings")) {
            if (!body.hasNonNull(field)) {
                return Reply.wrong(field, "missing required key");
            }
        }
        String entityId = body.path("entity_id").asText("");
        if (!entityId.isEmpty() && store.find(CARD, entityId).isPresent()) {
            return Reply.refused(400, "duplicate key value violates unique constraint: entity_id");
        }
        ObjectNode card = Store.JSON
                .objectNode()
                .put("archived", false)
                .putNull("description")
                .putNull("collection_id");
        if (!entityId.isEmpty()) {
            card.put("entity_id", entityId);
        }
        copy(body, card);
        return Reply.ok(shown(store.add(CARD, card)));
    }

    private Reply update(ObjectNode card, ObjectNode body) {
        copy(body, card);
        return Reply.ok(shown(card));
    }

    private static void copy(ObjectNode from, ObjectNode to) {
        FIELDS.stream()
                .filter(from::has)
                .forEach(field -> to.set(field, from.path(field).deepCopy()));
        to.set("dataset_query", modern(to.path("dataset_query")));
    }

    /** The older form is still taken, and given back in the newer one. */
    private static JsonNode modern(JsonNode query) {
        if (!query.has("native")) {
            return query;
        }
        ObjectNode modern = Store.JSON.objectNode().put("lib/type", "mbql/query");
        modern.set("database", query.path("database"));
        ObjectNode stage = modern.putArray("stages").addObject().put("lib/type", "mbql.stage/native");
        stage.set("native", query.path("native").path("query"));
        stage.set("template-tags", query.path("native").path("template-tags"));
        return modern;
    }

    ObjectNode shown(ObjectNode card) {
        ObjectNode shown =
                card.deepCopy().put("archived", store.isArchived(card)).put("creator_id", 1);
        shown.putNull("cache_ttl");
        JsonNode stage = shown.path("dataset_query").path("stages").path(0);
        if (tagsAsList && stage.path("template-tags").isObject()) {
            ArrayNode list = Store.JSON.arrayNode();
            stage.path("template-tags").forEach(list::add);
            ((ObjectNode) stage).set("template-tags", list);
        }
        return shown;
    }
}
