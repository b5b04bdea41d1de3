package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.offtake.dashboards.metabase.wanted.Filter;

/**
 * A dashboard as Metabase has it: what of it is ours, and what others put on it.
 *
 * @param tabs the numbers of ours, in their order
 * @param cards the numbers of the places that are ours, which are not those of the cards that stand there
 */
record Board(JsonNode found, Set<Long> tabs, Set<Long> cards) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> FILTERS =
            Arrays.stream(Filter.values()).map(Filter::id).collect(Collectors.toUnmodifiableSet());
    private static final List<String> PARAMETER = List.of("id", "name", "slug", "type", "sectionId", "default");
    private static final List<String> VALUES =
            List.of("isMultiSelect", "values_query_type", "values_source_type", "values_source_config");
    private static final List<String> PLACE = List.of(
            "id",
            "card_id",
            "dashboard_tab_id",
            "row",
            "col",
            "size_x",
            "size_y",
            "series",
            "visualization_settings",
            "parameter_mappings",
            "action_id",
            "inline_parameters");

    Board {
        tabs = Collections.unmodifiableSet(new LinkedHashSet<>(tabs));
        cards = Set.copyOf(cards);
    }

    /** The same with what was published of it as ours. */
    static Board of(JsonNode found, Optional<Memory.Thing> remembered) {
        JsonNode published =
                remembered.map(thing -> Canonical.read(thing.published())).orElseGet(JSON::objectNode);
        return new Board(found, numbers(published.path("tabs")), numbers(published.path("dashcards")));
    }

    private static Set<Long> numbers(JsonNode published) {
        Set<Long> numbers = new LinkedHashSet<>();
        published.forEach(each -> numbers.add(Canonical.number(each.path("id"))));
        return numbers;
    }

    /** The same, where these are ours too. */
    Board with(Set<Long> moreTabs, Set<Long> moreCards) {
        Set<Long> allTabs = new LinkedHashSet<>(tabs);
        allTabs.addAll(moreTabs);
        Set<Long> allCards = new HashSet<>(cards);
        allCards.addAll(moreCards);
        return new Board(found, allTabs, allCards);
    }

    /** What of it is ours, in the form in which it is wanted. */
    ObjectNode shape() {
        ObjectNode shape = Shape.only(found, List.of("name", "description", "collection_id"));
        shape.put("archived", found.path("archived").asBoolean());
        ArrayNode parameters = shape.putArray("parameters");
        found.path("parameters").forEach(parameter -> {
            if (isOurs(parameter)) {
                parameters.add(ofParameter(parameter));
            }
        });
        ArrayNode ourTabs = shape.putArray("tabs");
        found.path("tabs").forEach(tab -> {
            if (tabs.contains(tab.path("id").asLong())) {
                ourTabs.add(Shape.only(tab, List.of("id", "name")));
            }
        });
        ArrayNode places = shape.putArray("dashcards");
        placed().filter(place -> cards.contains(place.path("id").asLong())).forEach(place -> places.add(ours(place)));
        return shape;
    }

    /** Where the values come from is ours to say of a filter that has a list of them. */
    private static ObjectNode ofParameter(JsonNode parameter) {
        ObjectNode shape = Shape.only(parameter, PARAMETER);
        return parameter.path("id").asText().equals(Filter.COMPANY.id())
                ? shape.setAll(Shape.only(parameter, VALUES))
                : shape;
    }

    /** A place of ours: listens to our filters, whichever others it listens to. */
    private static ObjectNode ours(JsonNode place) {
        ObjectNode ours = Shape.only(place, PLACE.subList(0, PLACE.indexOf("series")));
        ours.set("visualization_settings", place.path("visualization_settings"));
        ArrayNode series = ours.putArray("series");
        place.path("series").forEach(card -> series.add(Shape.only(card, List.of("id"))));
        ArrayNode mappings = ours.putArray("parameter_mappings");
        place.path("parameter_mappings").forEach(mapping -> {
            if (FILTERS.contains(mapping.path("parameter_id").asText())) {
                mappings.add(Shape.only(mapping, List.of("parameter_id", "card_id", "target")));
            }
        });
        return ours;
    }

    /** The whole to be sent: ours as wanted, and what others put there as it is. */
    ObjectNode whole(ObjectNode wanted) {
        ObjectNode whole = wanted.deepCopy();
        found.path("parameters").forEach(parameter -> {
            if (!isOurs(parameter)) {
                whole.withArray("parameters").add(parameter);
            }
        });
        found.path("tabs").forEach(tab -> {
            if (!tabs.contains(tab.path("id").asLong())) {
                whole.withArray("tabs").add(Shape.only(tab, List.of("id", "name")));
            }
        });
        whole.path("dashcards").forEach(place -> keepOtherMappings((ObjectNode) place));
        placed().filter(place -> !cards.contains(place.path("id").asLong()))
                .forEach(place -> whole.withArray("dashcards").add(Shape.only(place, PLACE)));
        return whole;
    }

    private void keepOtherMappings(ObjectNode wanted) {
        long id = wanted.path("id").asLong();
        placed().filter(place -> place.path("id").asLong() == id)
                .flatMap(place ->
                        StreamSupport.stream(place.path("parameter_mappings").spliterator(), false))
                .filter(mapping ->
                        !FILTERS.contains(mapping.path("parameter_id").asText()))
                .forEach(mapping -> wanted.withArray("parameter_mappings").add(mapping));
    }

    /** How many places others put there. */
    long others() {
        return placed().filter(place -> !cards.contains(place.path("id").asLong()))
                .count();
    }

    /** The places by their numbers. */
    Stream<JsonNode> placed() {
        return StreamSupport.stream(found.path("dashcards").spliterator(), false)
                .sorted(Comparator.comparingLong(place -> place.path("id").asLong()));
    }

    private static boolean isOurs(JsonNode parameter) {
        return FILTERS.contains(parameter.path("id").asText());
    }
}
