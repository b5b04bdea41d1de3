package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps dashboards, whose tabs, places and filters are each replaced as a whole: what is not sent is gone. */
record DashboardDesk(Store store, CardDesk cards) {
    private static final String DASHBOARD = "dashboard";
    private static final List<String> FIELDS =
            List.of("name", "description", "collection_id", "archived", "parameters");
    private static final int GRID = 24;

    Optional<Reply> answer(Asked asked) {
        if (asked.is("POST", DASHBOARD)) {
            return Optional.of(create(asked.body()));
        }
        if (asked.is("GET", DASHBOARD, "*") || asked.is("PUT", DASHBOARD, "*")) {
            return Optional.of(store.find(DASHBOARD, asked.parts().get(1))
                    .map(found -> asked.method().equals("GET") ? Reply.ok(shown(found)) : update(found, asked.body()))
                    .orElseGet(Reply::missing));
        }
        return Optional.empty();
    }

    private Reply create(ObjectNode body) {
        if (body.path("name").asText().isBlank()) {
            return Reply.wrong("name", "missing required key");
        }
        ObjectNode dashboard = Store.JSON.objectNode().put("archived", false).putNull("description");
        dashboard.putNull("collection_id").putNull("collection_position").putNull("cache_ttl");
        dashboard.putArray("parameters");
        dashboard.putArray("tabs");
        dashboard.putArray("dashcards");
        copy(body, dashboard);
        return Reply.ok(shown(store.add(DASHBOARD, dashboard)));
    }

    private Reply update(ObjectNode dashboard, ObjectNode body) {
        ObjectNode next = dashboard.deepCopy();
        copy(body, next);
        Map<Long, Long> tabs = new HashMap<>();
        if (body.hasNonNull("tabs")) {
            Optional<Reply> refused = replace(next, body, "tabs", tabs);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        if (body.hasNonNull("dashcards")) {
            Optional<Reply> refused = replace(next, body, "dashcards", new HashMap<>());
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        for (JsonNode place : next.path("dashcards")) {
            Optional<Reply> refused = settle((ObjectNode) place, tabs, next.path("tabs"));
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        dashboard.setAll(next);
        return Reply.ok(shown(dashboard));
    }

    private static void copy(ObjectNode from, ObjectNode to) {
        FIELDS.stream()
                .filter(from::has)
                .forEach(field -> to.set(field, from.path(field).deepCopy()));
    }

    /** Below zero is new and gets a number; above it must be one of this dashboard. */
    private Optional<Reply> replace(ObjectNode dashboard, ObjectNode body, String field, Map<Long, Long> numbers) {
        Set<Long> known = new HashSet<>();
        dashboard.path(field).forEach(each -> known.add(each.path("id").asLong()));
        ArrayNode replaced = Store.JSON.arrayNode();
        for (JsonNode each : body.path(field)) {
            long id = each.path("id").asLong();
            if ((id > 0 && !known.contains(id)) || numbers.containsKey(id) || id == 0) {
                return Optional.of(Reply.wrong(field, "id " + id + " is not one of this dashboard, or is there twice"));
            }
            numbers.put(id, id < 0 ? store.next() : id);
            replaced.add(((ObjectNode) each.deepCopy()).put("id", numbers.get(id)));
        }
        dashboard.set(field, replaced);
        return Optional.empty();
    }

    private Optional<Reply> settle(ObjectNode place, Map<Long, Long> tabs, JsonNode all) {
        long tab = place.path("dashboard_tab_id").asLong();
        long settled = tabs.getOrDefault(tab, tab);
        Set<Long> known = new HashSet<>();
        all.forEach(each -> known.add(each.path("id").asLong()));
        if (!all.isEmpty() && !known.contains(settled)) {
            return Optional.of(Reply.wrong("dashcards", "there is no tab " + tab));
        }
        place.put("dashboard_tab_id", settled);
        place.withArray("series");
        place.withArray("parameter_mappings");
        place.withObject("/visualization_settings");
        int right = place.path("col").asInt() + place.path("size_x").asInt();
        if (right > GRID
                || place.path("size_x").asInt() < 1
                || place.path("size_y").asInt() < 1) {
            return Optional.of(Reply.wrong("dashcards", "is not on the grid"));
        }
        if (place.hasNonNull("card_id")
                && store.find("card", place.path("card_id").asText()).isEmpty()) {
            return Optional.of(Reply.missing());
        }
        return Optional.empty();
    }

    private ObjectNode shown(ObjectNode dashboard) {
        ObjectNode shown = dashboard.deepCopy().put("archived", store.isArchived(dashboard));
        shown.path("dashcards").forEach(place -> {
            ((ObjectNode) place).put("dashboard_id", dashboard.path("id").asLong());
            store.find("card", place.path("card_id").asText())
                    .ifPresent(card -> ((ObjectNode) place).set("card", cards.shown(card)));
        });
        return shown;
    }
}
