package org.offtake.outbound.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a system says of a request that it refuses, out of the forms that systems have for it. */
final class Detail {
    private static final int LONGEST = 500;
    private static final List<String> NAMES =
            List.of("detail", "message", "msg", "title", "errors", "specific-errors", "error", "reason");

    private Detail() {}

    /** On one line, without what the request itself contained; empty when there is nothing to read. */
    static String of(String body) {
        String text = read(body).strip().replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
    }

    private static String read(String body) {
        try {
            JsonNode json = Answer.MAPPER.readTree(body);
            return said(json);
        } catch (JsonProcessingException notJson) {
            return body.strip().startsWith("<") ? "" : body; // a page is for people in a browser
        }
    }

    private static String said(JsonNode json) {
        if (json.isTextual()) {
            return json.asText();
        }
        if (json.isArray()) {
            List<String> all = new ArrayList<>();
            json.forEach(one -> all.add(said(one)));
            return String.join("; ", all.stream().filter(one -> !one.isBlank()).toList());
        }
        if (json.has("loc") && json.has("msg")) { // of a list of what is wrong with which part of the request
            List<String> place = new ArrayList<>();
            json.get("loc").forEach(part -> place.add(part.asText()));
            return String.join(".", place) + ": " + json.get("msg").asText();
        }
        Optional<String> named = NAMES.stream()
                .filter(json::has)
                .map(name -> said(json.get(name)))
                .filter(said -> !said.isBlank())
                .findFirst();
        return named.orElseGet(() -> {
            List<String> all = new ArrayList<>();
            json.properties().forEach(field -> {
                String said = said(field.getValue());
                if (!said.isBlank()) {
                    all.add(field.getKey() + ": " + said);
                }
            });
            return String.join("; ", all);
        });
    }
}
