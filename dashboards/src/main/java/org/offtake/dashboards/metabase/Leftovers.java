package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.dashboards.metabase.wanted.Wanted;
import org.offtake.outbound.http.Call;

/**
 * What was published and is not wanted any longer.
 *
 * @param note gets a line for what was moved out of our collection, which is left alone
 */
record Leftovers(Server server, Memory memory, Wanted wanted, Consumer<String> note) {
    private static final List<Kind> ORDER = List.of(Kind.DASHBOARD, Kind.CARD, Kind.COLLECTION);

    /** A thing that is remembered, as it is there. */
    private record Leftover(Memory.Thing thing, JsonNode found) {}

    List<Change> archived() {
        return all().stream().map(Leftovers::change).toList();
    }

    /** Puts them into Metabase's trash. */
    List<Change> archive(Pen pen) {
        List<Leftover> leftovers = all();
        leftovers.forEach(leftover -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("archived", true);
            pen.update(Call.put(path(leftover.thing()), body));
            if (pen.writes()) {
                memory.forget(leftover.thing());
            }
        });
        return leftovers.stream().map(Leftovers::change).toList();
    }

    private static Change change(Leftover leftover) {
        Memory.Thing thing = leftover.thing();
        String name = leftover.found().path("name").asText();
        return Change.of(Change.Action.ARCHIVE, thing.kind(), thing.slug(), name, thing.id(), List.of());
    }

    /** In an order in which a collection comes after all that is in it. */
    private List<Leftover> all() {
        List<Memory.Thing> things = memory.things();
        Set<Long> collections = things.stream()
                .filter(thing -> thing.kind() == Kind.COLLECTION)
                .map(Memory.Thing::id)
                .collect(Collectors.toUnmodifiableSet());
        Set<String> slugs = slugs();
        List<Leftover> all = new ArrayList<>();
        Set<String> going = new HashSet<>();
        ORDER.stream()
                .flatMap(kind -> things.stream()
                        .filter(thing -> thing.kind() == kind)
                        .sorted(Comparator.comparing(Memory.Thing::slug).reversed()))
                .filter(thing -> !slugs.contains(thing.kind() + "/" + thing.slug()))
                .flatMap(thing -> server
                        .find(path(thing))
                        .filter(found -> Work.isSame(thing, found))
                        .filter(found -> !found.path("archived").asBoolean())
                        .map(found -> new Leftover(thing, found))
                        .stream())
                .filter(leftover -> isInside(leftover, collections))
                .forEach(leftover -> {
                    Memory.Thing thing = leftover.thing();
                    if (thing.kind() != Kind.COLLECTION || !holdsOthers(thing, going)) {
                        all.add(leftover);
                        going.add(thing.kind().word() + "/" + thing.id());
                    }
                });
        return all;
    }

    /** What people put into a collection of ours would go with it. */
    private boolean holdsOthers(Memory.Thing collection, Set<String> going) {
        List<String> others = new ArrayList<>();
        server.items(collection.id()).forEach(item -> {
            if (!going.contains(
                    item.path("model").asText() + "/" + item.path("id").asText())) {
                others.add(item.path("name").asText());
            }
        });
        if (!others.isEmpty()) {
            note.accept("collection " + collection.slug() + " (" + collection.id() + ") is no longer wanted, but holds "
                    + others.size() + (others.size() == 1 ? " thing" : " things") + " that others made, such as '"
                    + others.get(0) + "'; it is left alone");
        }
        return !others.isEmpty();
    }

    private boolean isInside(Leftover leftover, Set<Long> collections) {
        Kind kind = leftover.thing().kind();
        JsonNode shape = Shape.of(kind, leftover.found());
        JsonNode place = kind == Kind.DASHBOARD
                ? leftover.found().path("collection_id")
                : shape.path(kind == Kind.COLLECTION ? "parent_id" : "collection_id");
        boolean inside = collections.contains(place.asLong());
        if (!inside) {
            note.accept(kind.word() + " " + leftover.thing().slug() + " ("
                    + leftover.thing().id()
                    + ") is no longer wanted, and was moved out of our collection; it is left alone");
        }
        return inside;
    }

    private Set<String> slugs() {
        return Stream.of(
                        wanted.dashboards().stream().map(each -> Kind.DASHBOARD + "/" + each.slug()),
                        wanted.cards().stream().map(each -> Kind.CARD + "/" + each.slug()),
                        wanted.collections().stream().map(each -> Kind.COLLECTION + "/" + each.slug()))
                .flatMap(slugs -> slugs)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String path(Memory.Thing thing) {
        return thing.kind().path() + "/" + thing.id();
    }
}
