package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What of a thing in Metabase is ours to say, in one form whatever version gave it; dashboards have {@link Board}. */
final class Shape {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> DETAILS =
            List.of("host", "port", "dbname", "user", "ssl", "schema-filters-type", "schema-filters-patterns");
    private static final List<String> TAG = List.of("id", "name", "display-name", "type", "default");

    private Shape() {}

    static ObjectNode of(Kind kind, JsonNode found) {
        return switch (kind) {
            case DATABASE -> database(found);
            case COLLECTION -> collection(found);
            case CARD -> card(found);
            default -> JSON.objectNode();
        };
    }

    private static ObjectNode database(JsonNode found) {
        ObjectNode shape = only(found, List.of("name", "engine"));
        shape.set("details", only(found.path("details"), DETAILS));
        return shape;
    }

    private static ObjectNode collection(JsonNode found) {
        ObjectNode shape = only(found, List.of("name", "description", "parent_id"));
        String location = found.path("location").asText("/");
        if (!shape.has("parent_id") && location.length() > 1) { // such as /3/7/
            String[] path = location.substring(1, location.length() - 1).split("/");
            shape.put("parent_id", Long.parseLong(path[path.length - 1]));
        }
        return shape.put("archived", found.path("archived").asBoolean());
    }

    private static ObjectNode card(JsonNode found) {
        ObjectNode shape =
                only(found, List.of("name", "description", "collection_id", "display", "visualization_settings"));
        shape.put("archived", found.path("archived").asBoolean());
        shape.set("query", query(found.path("dataset_query")));
        return shape;
    }

    /** A query of SQL in the form of MBQL 5, with its tags as a list or by name, or in the one before it. */
    static ObjectNode query(JsonNode query) {
        boolean older = query.has("native");
        JsonNode stage = older ? query.path("native") : query.path("stages").path(0);
        ObjectNode shape = JSON.objectNode();
        shape.set("database", query.path("database"));
        shape.set("sql", stage.path(older ? "query" : "native"));
        ObjectNode tags = shape.putObject("tags");
        stage.path("template-tags").forEach(tag -> {
            ObjectNode known = only(tag, TAG);
            if (tag.path("required").asBoolean()) {
                known.put("required", true);
            }
            tags.set(tag.path("name").asText(), known);
        });
        return shape;
    }

    static ObjectNode only(JsonNode found, List<String> names) {
        ObjectNode shape = JSON.objectNode();
        names.stream()
                .filter(name ->
                        !found.path(name).isMissingNode() && !found.path(name).isNull())
                .forEach(name -> shape.set(name, found.path(name)));
        return shape;
    }
}
