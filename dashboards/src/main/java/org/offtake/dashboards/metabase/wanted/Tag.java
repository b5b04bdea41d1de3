package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A place in the SQL of a card that may be filled in.
 *
 * @param label how people see it beside the card
 * @param type Metabase's: {@code text} or {@code date}
 */
public record Tag(String name, String label, String type) {
    /** As the query of a card declares it. */
    public ObjectNode of(WantedCard card) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", EntityId.ofTag(card.entityId(), name))
                .put("name", name)
                .put("display-name", label)
                .put("type", type);
    }
}
