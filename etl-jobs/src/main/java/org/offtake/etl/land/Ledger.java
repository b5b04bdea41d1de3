package org.offtake.etl.land;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** The note that a landing leaves in the very commit that holds its records. */
final class Ledger {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Ledger() {}

    static String note(List<Delivery> deliveries) {
        ArrayNode notes = JSON.createArrayNode();
        deliveries.stream().filter(Delivery::isLive).forEach(delivery -> notes.addObject()
                .put("delivery", delivery.id())
                .put("content", delivery.content())
                .put("read", delivery.records()));
        return JSON.createObjectNode().set("landed", notes).toString();
    }
}
