package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.offtake.dashboards.metabase.wanted.Filter;
import org.offtake.dashboards.metabase.wanted.WantedDashboard;
import org.offtake.dashboards.metabase.wanted.WantedDashboard.Place;

/**
 * Finds for each place that is wanted the one on the board that it is, so that it keeps its number: subscriptions hang on it.
 *
 * <p>A place is known by its tab, by the card that stands there, and by its turn among those of that card; moved to another tab it
 * is still the same when it is remembered as ours. What is new has a number below zero, as Metabase wants it.
 */
final class Placing {
    private final Board board;
    private final WantedDashboard dashboard;
    private final ToLongFunction<String> numberOfCard;
    private final Set<Long> tabs = new TreeSet<>();
    private final Set<Long> cards = new TreeSet<>();
    private final ObjectNode wanted;

    /**
     * @param numberOfCard by its slug
     * @param collection in which the dashboard is to be
     */
    Placing(Board board, WantedDashboard dashboard, ToLongFunction<String> numberOfCard, long collection) {
        this.board = board;
        this.dashboard = dashboard;
        this.numberOfCard = numberOfCard;
        this.wanted = JsonNodeFactory.instance
                .objectNode()
                .put("name", dashboard.name())
                .put("description", dashboard.description())
                .put("collection_id", collection)
                .put("archived", false);
        ArrayNode parameters = wanted.putArray("parameters");
        dashboard.parameters().forEach(parameters::add);
        place();
    }

    /** What is wanted, with the numbers that are there. */
    ObjectNode wanted() {
        return wanted;
    }

    /** The board, with what was found to be ours as ours. */
    Board board() {
        return board.with(tabs, cards);
    }

    private void place() {
        ArrayNode ofTabs = wanted.putArray("tabs");
        List<Spot> spots = new ArrayList<>();
        for (WantedDashboard.Tab tab : dashboard.tabs()) {
            long id = tab(tab.name(), ofTabs.size());
            tabs.add(id);
            ofTabs.addObject().put("id", id).put("name", tab.name());
            tab.places().forEach(place -> spots.add(new Spot(id, place)));
        }
        long[] ids = new long[spots.size()];
        for (int index = 0; index < ids.length; index++) {
            Spot spot = spots.get(index);
            ids[index] = take(place -> spot.isAt(place) && (isRemembered(place) || spot.isLike(place)));
        }
        for (int index = 0; index < ids.length; index++) {
            Spot spot = spots.get(index);
            if (ids[index] == 0) { // perhaps in another tab
                ids[index] = take(place -> isRemembered(place) && spot.shows(place));
            }
        }
        List<ObjectNode> places = new ArrayList<>();
        for (int index = 0; index < ids.length; index++) {
            places.add(spots.get(index).as(ids[index] == 0 ? -1L - index : ids[index]));
        }
        places.sort(Comparator.comparingLong(place -> place.path("id").asLong()));
        ArrayNode all = wanted.putArray("dashcards");
        places.forEach(all::add);
    }

    /** The tab that is remembered at this turn, or else has the name; below zero when there is none. */
    private long tab(String name, int turn) {
        Map<Long, String> there = new LinkedHashMap<>();
        board.found()
                .path("tabs")
                .forEach(tab ->
                        there.put(tab.path("id").asLong(), tab.path("name").asText()));
        List<Long> remembered = List.copyOf(board.tabs());
        if (turn < remembered.size() && there.containsKey(remembered.get(turn))) {
            return remembered.get(turn);
        }
        return there.entrySet().stream()
                .filter(tab -> tab.getValue().equals(name))
                .map(Map.Entry::getKey)
                .filter(id -> !tabs.contains(id) && !remembered.contains(id))
                .findFirst()
                .orElse(-1L - turn);
    }

    private long take(Predicate<JsonNode> fitting) {
        Optional<Long> taken = board.placed()
                .filter(place -> !cards.contains(place.path("id").asLong()))
                .filter(fitting)
                .sorted(Comparator.comparing(place -> !isRemembered(place)))
                .map(place -> place.path("id").asLong())
                .findFirst();
        taken.ifPresent(cards::add);
        return taken.orElse(0L);
    }

    private boolean isRemembered(JsonNode place) {
        return board.cards().contains(place.path("id").asLong());
    }

    /** A place that is wanted, on its tab. */
    private final class Spot {
        private final long tab;
        private final Place place;

        Spot(long tab, Place place) {
            this.tab = tab;
            this.place = place;
        }

        boolean isAt(JsonNode there) {
            return there.path("dashboard_tab_id").asLong() == tab && shows(there);
        }

        boolean shows(JsonNode there) {
            return place.card()
                    .map(slug -> there.path("card_id").asLong() == numberOfCard.applyAsLong(slug))
                    .orElse(there.path("card_id").isNull()
                            || there.path("card_id").isMissingNode());
        }

        /** Words that nobody remembers are ours when they are the same. */
        boolean isLike(JsonNode there) {
            return place.card().isPresent()
                    || Canonical.text(there.path("visualization_settings")).equals(Canonical.text(place.settings()));
        }

        ObjectNode as(long id) {
            ObjectNode spot =
                    JsonNodeFactory.instance.objectNode().put("id", id).put("dashboard_tab_id", tab);
            place.card()
                    .map(numberOfCard::applyAsLong)
                    .ifPresentOrElse(card -> spot.put("card_id", card), () -> spot.putNull("card_id"));
            spot.put("row", place.row()).put("col", place.column());
            spot.put("size_x", place.width()).put("size_y", place.height());
            ObjectNode settings = place.settings().deepCopy();
            place.link()
                    .ifPresent(link ->
                            settings.set("click_behavior", link.behaviour(numberOfCard.applyAsLong(link.to()))));
            spot.set("visualization_settings", settings);
            spot.putArray("series");
            ArrayNode mappings = spot.putArray("parameter_mappings");
            place.card().map(numberOfCard::applyAsLong).ifPresent(card -> Arrays.stream(Filter.values())
                    .forEach(filter -> mappings.add(filter.mapping(card))));
            return spot;
        }
    }
}
