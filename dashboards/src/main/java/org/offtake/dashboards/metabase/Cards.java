package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.offtake.dashboards.metabase.wanted.WantedCard;

/** The questions, each known by the name for good that we give it. */
record Cards(Work work) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    void settle() {
        long database = work.number(Kind.DATABASE, Role.MANAGEMENT.word());
        work.wanted().cards().forEach(card -> settle(card, database));
    }

    private void settle(WantedCard card, long database) {
        Optional<JsonNode> found = work.server().find(Kind.CARD.path() + "/" + card.entityId());
        ObjectNode body = body(card, database);
        ObjectNode changed = body.deepCopy().put("archived", false);
        ObjectNode made = body.put("entity_id", card.entityId());
        work.bring(Kind.CARD, card.slug(), found, Shape.of(Kind.CARD, changed), made, changed);
    }

    private ObjectNode body(WantedCard card, long database) {
        ObjectNode body = JSON.objectNode()
                .put("name", card.name())
                .put("description", card.description())
                .put("collection_id", work.number(Kind.COLLECTION, card.collection()))
                .put("type", "question")
                .put("display", card.display());
        body.set("visualization_settings", card.settings());
        ObjectNode query =
                body.putObject("dataset_query").put("lib/type", "mbql/query").put("database", database);
        ObjectNode stage = query.putArray("stages")
                .addObject()
                .put("lib/type", "mbql.stage/native")
                .put("native", card.sql());
        ObjectNode tags = stage.putObject("template-tags");
        card.tags().forEach(tag -> tags.set(tag.name(), tag.of(card)));
        return body;
    }
}
