package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.dashboards.Item;
import org.offtake.dashboards.Shows;
import org.offtake.dashboards.metabase.wanted.WantedDashboard.Place;

/** Places cards on Metabase's grid, from left to right as the viewer does. */
final class Pages {
    private static final int GRID = 24;
    private static final int PER_COLUMN = 2; // ours has twelve
    private static final int HEADING = 1;
    private static final int NUMBER = 4;
    private static final int CHART = 7;
    private static final int TABLE = 8;

    private final List<Place> places = new ArrayList<>();
    private int row;
    private int column;
    private int highest;

    /** A line of words over the whole width. */
    Pages heading(String words) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode().put("text", words);
        settings.putObject("virtual_card").put("display", "heading");
        place(Optional.empty(), GRID, HEADING, settings, Optional.empty());
        return this;
    }

    /** An item, and beside or below it what it says in words. */
    void item(Item item, String slug, Optional<String> story, Optional<Link> link) {
        int width = item.width() * PER_COLUMN;
        int height =
                switch (item.shows()) {
                    case NUMBER -> NUMBER;
                    case LINE, BAR, BRIDGE -> CHART;
                    case TABLE -> TABLE;
                };
        boolean shares = story.isPresent() && item.shows() == Shows.NUMBER;
        place(Optional.of(slug), shares ? width / 2 : width, height, empty(), link);
        int rest = shares ? width - width / 2 : width;
        story.ifPresent(words -> place(Optional.of(words), rest, NUMBER, empty(), Optional.empty()));
    }

    void rows(String slug) {
        place(Optional.of(slug), GRID, TABLE + NUMBER, empty(), Optional.empty());
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    private void place(Optional<String> card, int width, int height, ObjectNode settings, Optional<Link> link) {
        if (column + width > GRID) {
            row += highest;
            column = 0;
            highest = 0;
        }
        places.add(new Place(card, row, column, width, height, settings, link));
        column += width;
        highest = Math.max(highest, height);
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
