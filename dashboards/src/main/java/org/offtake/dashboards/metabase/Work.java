package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offtake.dashboards.metabase.wanted.Wanted;
import org.offtake.outbound.http.Call;

/** One pass over a Metabase: what is there, who writes, what is remembered, and what came of it so far. */
final class Work {
    private final Server server;
    private final Pen pen;
    private final Memory memory;
    private final Wanted wanted;
    private final Map<String, Memory.Thing> remembered = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    Work(Server server, Pen pen, Memory memory, Wanted wanted) {
        this.server = server;
        this.pen = pen;
        this.memory = memory;
        this.wanted = wanted;
        memory.things().forEach(thing -> remembered.put(key(thing.kind(), thing.slug()), thing));
    }

    Server server() {
        return server;
    }

    Pen pen() {
        return pen;
    }

    Wanted wanted() {
        return wanted;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    void say(Change change) {
        changes.add(change);
    }

    /** The number of what an earlier step settled. */
    long number(Kind kind, String slug) {
        Long number = numbers.get(key(kind, slug));
        if (number == null) {
            throw new IllegalStateException(kind.word() + " " + slug + " was not settled yet");
        }
        return number;
    }

    Optional<Memory.Thing> remembered(Kind kind, String slug) {
        return Optional.ofNullable(remembered.get(key(kind, slug)));
    }

    /** What is remembered as ours under its number; empty when it is gone, or the number is another thing's by now. */
    Optional<JsonNode> found(Kind kind, String slug) {
        return remembered(kind, slug)
                .flatMap(thing -> server.find(kind.path() + "/" + thing.id()).filter(found -> isSame(thing, found)));
    }

    static boolean isSame(Memory.Thing thing, JsonNode found) {
        String entityId = found.path("entity_id").asText("");
        return thing.entityId().isEmpty()
                || entityId.isEmpty()
                || thing.entityId().get().equals(entityId);
    }

    /**
     * Makes a thing, or brings it to what is wanted where it differs.
     *
     * @param wanted what of it is ours to say, in the form of {@link Shape}
     * @param made the whole that is sent when it is not there
     * @param changed the whole that is sent when it is otherwise
     */
    void bring(
            Kind kind, String slug, Optional<JsonNode> found, ObjectNode wanted, ObjectNode made, ObjectNode changed) {
        String name = wanted.path("name").asText();
        if (found.isEmpty()) {
            JsonNode thing = pen.create(kind.path(), made);
            settle(kind, slug, name, thing, Change.Action.CREATE, List.of());
            remember(kind, slug, thing, wanted);
            return;
        }
        JsonNode thing = found.get();
        List<String> differs = Canonical.differing(wanted, Shape.of(kind, thing));
        if (!differs.isEmpty()) {
            pen.update(Call.put(kind.path() + "/" + thing.path("id").asLong(), changed));
        }
        settle(kind, slug, name, thing, differs.isEmpty() ? Change.Action.NOTHING : Change.Action.UPDATE, differs);
        remember(kind, slug, thing, wanted);
    }

    /** Says that a thing is as wanted, or is brought there. */
    void settle(Kind kind, String slug, String name, JsonNode thing, Change.Action action, List<String> fields) {
        long id = thing.path("id").asLong();
        numbers.put(key(kind, slug), id);
        say(Change.of(action, kind, slug, name, id, fields));
    }

    /** Remembers what was published; nothing where nothing is written. */
    void remember(Kind kind, String slug, JsonNode thing, ObjectNode published) {
        if (!pen.writes()) {
            return;
        }
        Optional<String> entityId =
                Optional.of(thing.path("entity_id").asText("")).filter(text -> !text.isEmpty());
        Memory.Thing now = new Memory.Thing(kind, slug, thing.path("id").asLong(), entityId, Canonical.text(published));
        if (!now.equals(remembered.get(key(kind, slug)))) {
            memory.remember(now);
            remembered.put(key(kind, slug), now);
        }
    }

    private static String key(Kind kind, String slug) {
        return kind + "/" + slug;
    }
}
