package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.offtake.dashboards.metabase.wanted.WantedDashboard;
import org.offtake.outbound.http.Call;

/**
 * The dashboards, each sent as a whole, for Metabase takes away what is not sent.
 *
 * @param note gets a line for each dashboard on which others put something
 */
record Dashboards(Work work, Marks marks, Consumer<String> note) {
    void settle() {
        work.wanted().dashboards().forEach(this::settle);
    }

    private void settle(WantedDashboard dashboard) {
        long collection = work.number(Kind.COLLECTION, dashboard.collection());
        Optional<JsonNode> found = work.found(Kind.DASHBOARD, dashboard.slug())
                .or(() -> marks.find(Kind.DASHBOARD, dashboard.slug(), String.valueOf(collection)));
        JsonNode there = found.orElseGet(() -> create(dashboard, collection));
        Placing placing = placing(there, dashboard, collection);
        Board board = placing.board();
        List<String> differs = Canonical.differing(placing.wanted(), board.shape());
        if (!differs.isEmpty()) {
            work.pen().update(Call.put(path(there), board.whole(placing.wanted())));
        }
        long others = board.others();
        if (others > 0) {
            note.accept("dashboard " + dashboard.slug() + " has " + others + (others == 1 ? " card" : " cards")
                    + " that others put there; they stay as they are");
        }
        Change.Action changed = differs.isEmpty() ? Change.Action.NOTHING : Change.Action.UPDATE;
        work.settle(
                Kind.DASHBOARD,
                dashboard.slug(),
                dashboard.name(),
                there,
                found.isPresent() ? changed : Change.Action.CREATE,
                found.isPresent() ? differs : List.of());
        if (work.pen().writes()) {
            remember(dashboard, collection, there, differs.isEmpty());
        }
    }

    /** The numbers of what is new are known once it is read again. */
    private void remember(WantedDashboard dashboard, long collection, JsonNode there, boolean isAsItWas) {
        JsonNode now = isAsItWas ? there : work.server().find(path(there)).orElse(there);
        work.remember(
                Kind.DASHBOARD,
                dashboard.slug(),
                now,
                placing(now, dashboard, collection).wanted());
    }

    private Placing placing(JsonNode there, WantedDashboard dashboard, long collection) {
        Board board = Board.of(there, work.remembered(Kind.DASHBOARD, dashboard.slug()));
        return new Placing(board, dashboard, slug -> work.number(Kind.CARD, slug), collection);
    }

    private JsonNode create(WantedDashboard dashboard, long collection) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", dashboard.name())
                .put("description", dashboard.description())
                .put("collection_id", collection);
        return work.pen().create(Kind.DASHBOARD.path(), body);
    }

    private static String path(JsonNode dashboard) {
        return Kind.DASHBOARD.path() + "/" + dashboard.path("id").asLong();
    }
}
