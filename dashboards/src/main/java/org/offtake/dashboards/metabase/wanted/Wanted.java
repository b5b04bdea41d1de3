package org.offtake.dashboards.metabase.wanted;

import java.util.List;

/**
 * Everything that is to stand in Metabase.
 *
 * @param notes what of the viewer has no equal there
 */
public record Wanted(
        String project,
        List<WantedCollection> collections,
        List<WantedCard> cards,
        List<WantedDashboard> dashboards,
        List<String> notes) {
    public Wanted {
        collections = List.copyOf(collections);
        cards = List.copyOf(cards);
        dashboards = List.copyOf(dashboards);
        notes = List.copyOf(notes);
    }
}
