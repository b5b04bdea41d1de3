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

    private Optional<JsonNode> found(JsonNode there, Role role, String name) {
        Optional<Long> id = work.remembered(Kind.GROUP, role.word()).map(Memory.Thing::id);
        List<JsonNode> byNumber = new ArrayList<>();
        List<JsonNode> byName = new ArrayList<>();
        there.forEach(group -> {
            if (id.filter(number -> number == group.path("id").asLong()).isPresent()) {
                byNumber.add(group);
            }
            if (group.path("name").asText().equals(name)) {
                byName.add(group);
            }
        });
        return byNumber.isEmpty()
                ? byName.stream().findFirst()
                : byNumber.stream().findFirst();
    }
}
