package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.offtake.dashboards.metabase.wanted.WantedCard;
import org.offtake.outbound.http.Call;

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
        ObjectNode wanted = Shape.of(Kind.CARD, body.deepCopy().put("archived", false));
        if (found.isEmpty()) {
            JsonNode made = work.pen().create(Kind.CARD.path(), body.deepCopy().put("entity_id", card.entityId()));
            work.settle(Kind.CARD, card.slug(), card.name(), made, Change.Action.CREATE, List.of());
            work.remember(Kind.CARD, card.slug(), made, wanted);
            return;
        }
        List<String> differs = Canonical.differing(wanted, Shape.of(Kind.CARD, found.get()));
        if (!differs.isEmpty()) {
            String path = Kind.CARD.path() + "/" + found.get().path("id").asLong();
            work.pen().update(Call.put(path, body.deepCopy().put("archived", false)));
        }
        Change.Action action = differs.isEmpty() ? Change.Action.NOTHING : Change.Action.UPDATE;
        work.settle(Kind.CARD, card.slug(), card.name(), found.get(), action, differs);
        work.remember(Kind.CARD, card.slug(), found.get(), wanted);
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
        card.tags().forEach(filter -> tags.set(filter.place(), filter.tag(card)));
        return body;
    }
}
