package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people changed by hand: where something is otherwise than it was published, whatever the files say by now. */
record Drift(Server server, Memory memory) {
    private static final List<Kind> KINDS = List.of(Kind.DATABASE, Kind.COLLECTION, Kind.CARD, Kind.DASHBOARD);

    List<Change> changes() {
        List<Memory.Thing> things = memory.things();
        return KINDS.stream()
                .flatMap(kind -> things.stream().filter(thing -> thing.kind() == kind))
                .flatMap(this::change)
                .toList();
    }

    private Stream<Change> change(Memory.Thing thing) {
        ObjectNode published = (ObjectNode) Canonical.read(thing.published());
        String name = published.path("name").asText(thing.slug());
        Optional<JsonNode> found = server.find(thing.kind().path() + "/" + thing.id())
                .filter(there -> Work.isSame(thing, there))
                .filter(there -> !there.path("archived").asBoolean());
        if (found.isEmpty()) {
            return Stream.of(Change.of(Change.Action.GONE, thing.kind(), thing.slug(), name, thing.id(), List.of()));
        }
        ObjectNode shape = thing.kind() == Kind.DASHBOARD
                ? Board.of(found.get(), Optional.of(thing)).shape()
                : Shape.of(thing.kind(), found.get());
        List<String> fields = Canonical.differing(published, shape);
        return fields.isEmpty()
                ? Stream.empty()
                : Stream.of(Change.of(Change.Action.CHANGED, thing.kind(), thing.slug(), name, thing.id(), fields));
    }
}
