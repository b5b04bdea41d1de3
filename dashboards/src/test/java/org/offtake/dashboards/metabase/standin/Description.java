package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A published description of an API, in one of the forms of OpenAPI, against which exchanges are held.
 *
 * @param prefix stands before its paths
 * @param asksQueries whether what it says of parameters behind the question mark is complete
 * @param closed its schemas, compiled
 * @param open the same, for what may have more than they say
 */
record Description(
        JsonNode document,
        String prefix,
        boolean asksQueries,
        Map<JsonNode, Schema> closed,
        Map<JsonNode, Schema> open) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** OpenAPI 3.1, whose schemas are JSON Schema. */
    static Description of31(Path file) {
        return new Description(read(file), "", true, new IdentityHashMap<>(), new IdentityHashMap<>());
    }

    /** OpenAPI 3.0 in YAML; what may be null is said in the words of JSON Schema. */
    static Description of30(Path file, String prefix) {
        return new Description(withNulls(read(file)), prefix, false, new IdentityHashMap<>(), new IdentityHashMap<>());
    }

    private static JsonNode read(Path file) {
        try {
            String text = Files.readString(file);
            Object loaded = file.toString().endsWith(".json")
                    ? MAPPER.readTree(text)
                    : new Load(LoadSettings.builder().build()).loadFromString(text);
            return MAPPER.valueToTree(loaded);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode withNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> withNulls(field.getValue()));
            if (object.path("nullable").asBoolean() && object.path("type").isTextual()) {
                ArrayNode types = object.arrayNode().add(object.path("type")).add("null");
                object.set("type", types);
            }
        } else {
            node.forEach(Description::withNulls);
        }
        return node;
    }

    /** The same with a value of an enumeration more. */
    Description knowing(String schema, String value) {
        ((ArrayNode) document.path("components").path("schemas").path(schema).path("enum")).add(value);
        return this;
    }

    /** What it says of the operation; empty when it knows none. */
    Optional<JsonNode> operation(Exchange exchange) {
        List<String> parts = List.of(exchange.path().split("/"));
        return document.path("paths").properties().stream()
                .filter(path -> isAt(prefix + path.getKey(), parts))
                .sorted(Comparator.comparing(path -> path.getKey().contains("{")))
                .map(path -> path.getValue().path(exchange.method().toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }

    private static boolean isAt(String template, List<String> parts) {
        String[] pattern = template.split("/");
        if (pattern.length != parts.size()) {
            return false;
        }
        for (int index = 0; index < pattern.length; index++) {
            if (!pattern[index].startsWith("{") && !pattern[index].equals(parts.get(index))) {
                return false;
            }
        }
        return true;
    }

    /** What of the exchange is otherwise than it says. */
    List<String> problems(Exchange exchange, JsonNode operation) {
        List<String> problems = new ArrayList<>();
        if (asksQueries) {
            problems.addAll(queries(exchange, operation));
        }
        JsonNode body = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        exchange.request().ifPresent(request -> problems.addAll(against(body, request, exchange + " request", false)));
        JsonNode responses = operation.path("responses");
        JsonNode answer = responses.path(String.valueOf(exchange.status()));
        if (answer.isMissingNode()) {
            answer = responses.path(exchange.status() / 100 + "XX");
        }
        JsonNode schema = answer.path("content").path("application/json").path("schema");
        if (exchange.status() < 300 && exchange.answer().isPresent()) {
            problems.addAll(against(schema, exchange.answer().get(), exchange + " answer", true));
        }
        return problems;
    }

    private List<String> queries(Exchange exchange, JsonNode operation) {
        List<String> problems = new ArrayList<>();
        List<String> known = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            if (!parameter.path("in").asText().equals("query")) {
                return;
            }
            known.add(name);
            String value = exchange.query().get(name);
            if (value == null) {
                if (parameter.path("required").asBoolean()) {
                    problems.add(exchange + " lacks ?" + name);
                }
                return;
            }
            boolean list = parameter.path("schema").toString().contains("\"array\"");
            JsonNode typed = value.matches("true|false|\\d+") ? tree(value) : Store.JSON.textNode(value);
            JsonNode given = list ? Store.JSON.arrayNode().add(typed) : typed;
            problems.addAll(against(parameter.path("schema"), given, exchange + " ?" + name, false));
        });
        exchange.query().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(exchange + " has ?" + name + ", which nothing describes"));
        return problems;
    }

    private static JsonNode tree(String value) {
        try {
            return MAPPER.readTree(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** An answer may say more than is described: a server is newer than its description. */
    private List<String> against(JsonNode schema, JsonNode value, String what, boolean mayHaveMore) {
        if (schema.isMissingNode()) {
            return List.of();
        }
        Map<JsonNode, Schema> known = mayHaveMore ? open : closed;
        Schema compiled = known.computeIfAbsent(schema, any -> compiled(schema, mayHaveMore));
        return compiled.validate(value).stream()
                .map(error -> what + ": " + error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private Schema compiled(JsonNode schema, boolean mayHaveMore) {
        ObjectNode whole = Store.JSON.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        return REGISTRY.getSchema(mayHaveMore ? opened(whole.deepCopy()) : whole);
    }

    private static JsonNode opened(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("additionalProperties").isBoolean()) {
            object.remove("additionalProperties");
        }
        node.forEach(Description::opened);
        return node;
    }
}
