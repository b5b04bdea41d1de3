package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A dashboard of Metabase.
 *
 * @param collection the slug of the one it is in
 * @param parameters its filters, as Metabase has them
 */
public record WantedDashboard(
        String slug, String collection, String name, String description, List<ObjectNode> parameters, List<Tab> tabs) {
    public WantedDashboard {
        parameters = List.copyOf(parameters);
        tabs = List.copyOf(tabs);
    }

    public record Tab(String name, List<Place> places) {
        public Tab {
            places = List.copyOf(places);
        }
    }

    /**
     * Where something stands, on a grid of 24 columns.
     *
     * @param card the slug of what stands there; empty for words
     * @param link where a click on it leads; empty where it leads nowhere
     */
    public record Place(
            Optional<String> card,
            int row,
            int column,
            int width,
            int height,
            ObjectNode settings,
            Optional<Link> link) {}
}
