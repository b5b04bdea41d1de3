package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A question of Metabase.
 *
 * @param entityId the same for this slug each time, so that it stays the same card
 * @param collection the slug of the one it is in
 * @param display how Metabase shows it
 * @param sql with Metabase's places for filters
 * @param tags those places
 * @param settings how columns and axes are named and written
 */
public record WantedCard(
        String slug,
        String entityId,
        String collection,
        String name,
        String description,
        String display,
        String sql,
        List<Tag> tags,
        ObjectNode settings) {
    public WantedCard {
        tags = List.copyOf(tags);
    }
}
