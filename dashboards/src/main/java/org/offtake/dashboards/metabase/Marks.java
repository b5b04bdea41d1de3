package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.dashboards.metabase.wanted.Mark;

/** Finds what is ours and what nothing remembers: by the mark in its description, where it should be. */
record Marks(Work work) {
    /** Refuses two with the same mark: a copy carries the mark of what it was copied from. */
    Optional<JsonNode> find(Kind kind, String slug, String collection) {
        if (collection.startsWith("-")) { // is yet to be made
            return Optional.empty();
        }
        Mark wanted = new Mark(work.wanted().project(), slug);
        List<String> numbers = new ArrayList<>();
        for (JsonNode item : work.server().items(collection, kind.word())) {
            if (Mark.in(item.path("description").asText(""))
                    .filter(wanted::equals)
                    .isPresent()) {
                numbers.add(item.path("id").asText());
            }
        }
        if (numbers.size() > 1) {
            throw new MetabaseException(
                    "Metabase has " + numbers.size() + " times a " + kind.word() + " marked as '" + slug
                            + "' (" + String.join(", ", numbers)
                            + "), and nothing remembers which was published; put the copy into the trash there, or take the mark"
                            + " out of its description");
        }
        return numbers.stream().findFirst().flatMap(id -> work.server().find(kind.path() + "/" + id));
    }
}
