package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** JSON in one form: names in their order, without nulls, numbers without trailing zeros; so that equal is the same text. */
final class Canonical {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Canonical() {}

    static String text(JsonNode json) {
        return form(json).toString();
    }

    /** A number as canonical text has it. */
    static long number(JsonNode json) {
        return Long.parseLong(json.asText().substring(1));
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("is no JSON: " + wrong.getOriginalMessage(), wrong);
        }
    }

    /** The fields of the first that the second has otherwise, in their order. */
    static List<String> differing(ObjectNode wanted, JsonNode found) {
        Set<String> names = new TreeSet<>();
        wanted.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !text(wanted.path(name)).equals(text(found.path(name))))
                .toList();
    }

    private static JsonNode form(JsonNode json) {
        if (json.isObject()) {
            ObjectNode sorted = JSON.objectNode();
            Set<String> names = new TreeSet<>();
            json.fieldNames().forEachRemaining(names::add);
            names.stream()
                    .filter(name -> !json.path(name).isNull())
                    .forEach(name -> sorted.set(name, form(json.path(name))));
            return sorted;
        }
        if (json.isArray()) {
            ArrayNode array = JSON.arrayNode();
            json.forEach(each -> array.add(form(each)));
            return array;
        }
        if (json.isNumber()) {
            BigDecimal plain = json.decimalValue().stripTrailingZeros();
            return JSON.textNode("#" + plain.toPlainString());
        }
        return json.isMissingNode() ? JSON.nullNode() : json;
    }
}
