package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.offtake.dashboards.metabase.wanted.WantedCollection;

/** One collection that holds all, and those below it. */
record CollectionTree(Work work, Marks marks) {
    void settle() {
        work.wanted().collections().forEach(this::settle);
    }

    private void settle(WantedCollection collection) {
        Optional<Long> parent = collection.parent().map(slug -> work.number(Kind.COLLECTION, slug));
        String place = parent.map(String::valueOf).orElse(Server.TOP);
        Optional<JsonNode> found = work.found(Kind.COLLECTION, collection.slug())
                .or(() -> marks.find(Kind.COLLECTION, collection.slug(), place));
        if (found.isEmpty() && parent.isEmpty()) {
            refuseNamesake(collection.name());
        }
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.put("name", collection.name()).put("description", collection.description());
        parent.ifPresent(id -> made.put("parent_id", id));
        ObjectNode wanted = made.deepCopy().put("archived", false);
        work.bring(Kind.COLLECTION, collection.slug(), found, wanted, made, wanted);
    }

    /** Somebody else's collection of the name of ours would be taken over: who may see it would change. */
    private void refuseNamesake(String name) {
        for (JsonNode item : work.server().items(Server.TOP, "collection")) {
            if (item.path("name").asText().equals(name)) {
                throw new MetabaseException("Metabase has a collection '" + name + "' ("
                        + item.path("id").asText()
                        + ") that Offtake did not make; rename it there, or name another for ours with 'collection' under"
                        + " 'metabase'");
            }
        }
    }
}
