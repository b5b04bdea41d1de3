package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.outbound.http.Call;

/** A group for each role; who is in it is the administrator's to say, and so is its name once it is there. */
record Groups(Work work) {
    void settle() {
        JsonNode there = work.server().get(Call.get(Kind.GROUP.path()));
        for (Role role : Role.values()) {
            String name = "Offtake " + role.word();
            ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("name", name);
            Optional<JsonNode> found = found(there, role, name);
            JsonNode group = found.orElseGet(() -> work.pen().create(Kind.GROUP.path(), wanted));
            work.settle(
                    Kind.GROUP,
                    role.word(),
                    group.path("name").asText(),
                    group,
                    found.isPresent() ? Change.Action.NOTHING : Change.Action.CREATE,
                    List.of());
            work.remember(Kind.GROUP, role.word(), group, JsonNodeFactory.instance.objectNode());
        }
    }

    /** The one that is remembered, whatever it is called by now; else the one of the name. */
    private Optional<JsonNode> found(JsonNode there, Role role, String name) {
        List<JsonNode> groups = new ArrayList<>();
        there.forEach(groups::add);
        Optional<Memory.Thing> remembered = work.remembered(Kind.GROUP, role.word());
        return groups.stream()
                .filter(group -> remembered
                        .filter(thing -> thing.id() == group.path("id").asLong())
                        .isPresent())
                .findFirst()
                .or(() -> groups.stream()
                        .filter(group -> group.path("name").asText().equals(name))
                        .findFirst());
    }
}
