package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.offtake.dashboards.metabase.wanted.WantedCollection;
import org.offtake.outbound.http.Call;

/** One collection that holds all, and those below it. */
record Collections(Work work, Marks marks) {
    void settle() {
        work.wanted().collections().forEach(this::settle);
    }

    private void settle(WantedCollection collection) {
        Optional<Long> parent = collection.parent().map(slug -> work.number(Kind.COLLECTION, slug));
        String place = parent.map(String::valueOf).orElse(Server.TOP);
        Optional<JsonNode> found = work.found(Kind.COLLECTION, collection.slug())
                .or(() -> marks.find(Kind.COLLECTION, collection.slug(), place));
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("name", collection.name()).put("description", collection.description());
        parent.ifPresent(id -> wanted.put("parent_id", id));
        if (found.isEmpty()) {
            if (parent.isEmpty()) {
                refuseNamesake(collection.name());
            }
            JsonNode made = work.pen().create(Kind.COLLECTION.path(), wanted);
            work.settle(Kind.COLLECTION, collection.slug(), collection.name(), made, Change.Action.CREATE, List.of());
            work.remember(Kind.COLLECTION, collection.slug(), made, wanted.put("archived", false));
            return;
        }
        wanted.put("archived", false);
        List<String> differs = Canonical.differing(wanted, Shape.of(Kind.COLLECTION, found.get()));
        if (!differs.isEmpty()) {
            work.pen()
                    .update(Call.put(
                            Kind.COLLECTION.path() + "/"
                                    + found.get().path("id").asLong(),
                            wanted));
        }
        Change.Action action = differs.isEmpty() ? Change.Action.NOTHING : Change.Action.UPDATE;
        work.settle(Kind.COLLECTION, collection.slug(), collection.name(), found.get(), action, differs);
        work.remember(Kind.COLLECTION, collection.slug(), found.get(), wanted);
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
