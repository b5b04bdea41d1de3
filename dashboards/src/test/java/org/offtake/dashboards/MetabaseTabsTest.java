package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do to the tabs of a dashboard of ours. */
class MetabaseTabsTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final String SALES = "Sales at a glance";

    @BeforeAll
    static void migrate() {
        WAREHOUSE.migrate();
    }

    @Test
    void a_place_that_was_moved_to_another_tab_goes_back_and_keeps_its_number() {
        try (MetabaseDesk desk = MetabaseHandsTest.published(WAREHOUSE)) {
            Map<Long, Long> before = desk.places(SALES);
            ObjectNode board = desk.dashboard(SALES).deepCopy();
            long second = board.path("tabs").path(1).path("id").asLong();
            ((ObjectNode) board.path("dashcards").path(1)).put("dashboard_tab_id", second);
            desk.standIn.byHand("PUT", "/api/dashboard/" + board.path("id").asText(), board);
            desk.publish();
            assertThat(desk.places(SALES)).isEqualTo(before);
            assertThat(StreamSupport.stream(
                                    desk.dashboard(SALES).path("dashcards").spliterator(), false)
                            .filter(place -> place.path("dashboard_tab_id").asLong() == second))
                    .hasSize(2);
        }
    }

    @Test
    void tabs_that_were_put_in_another_order_and_renamed_go_back_with_all_that_is_on_them() {
        try (MetabaseDesk desk = MetabaseHandsTest.published(WAREHOUSE)) {
            ObjectNode before = desk.dashboard(SALES).deepCopy();
            ObjectNode board = before.deepCopy();
            JsonNode first = ((ArrayNode) board.path("tabs")).remove(0);
            ((ArrayNode) board.path("tabs")).add(((ObjectNode) first).put("name", "Elsewhere"));
            desk.standIn.byHand("PUT", "/api/dashboard/" + board.path("id").asText(), board);
            assertThat(desk.metabase().drift()).singleElement().satisfies(change -> assertThat(change.fields())
                    .containsExactly("tabs"));
            desk.publish();

            assertThat(desk.dashboard(SALES).path("tabs")).isEqualTo(before.path("tabs"));
            assertThat(desk.dashboard(SALES).path("dashcards")).isEqualTo(before.path("dashcards"));
        }
    }

    @Test
    void a_tab_that_was_taken_away_is_made_anew_and_the_other_keeps_its_places() {
        try (MetabaseDesk desk = MetabaseHandsTest.published(WAREHOUSE)) {
            ObjectNode before = desk.dashboard(SALES).deepCopy();
            Map<Long, Long> places = desk.places(SALES);
            ObjectNode board = before.deepCopy();
            long second = ((ArrayNode) board.path("tabs")).remove(1).path("id").asLong();
            ((ArrayNode) board.path("dashcards"))
                    .removeIf(place -> place.path("dashboard_tab_id").asLong() == second);
            desk.standIn.byHand("PUT", "/api/dashboard/" + board.path("id").asText(), board);
            Map<Long, Long> kept = desk.places(SALES);
            desk.publish();

            assertThat(kept).hasSize(places.size() - 2);
            assertThat(desk.places(SALES)).containsAllEntriesOf(kept).containsOnlyKeys(places.keySet());
            assertThat(desk.dashboard(SALES).path("tabs"))
                    .extracting(tab -> tab.path("name").asText())
                    .containsExactly("Overview", "Rows");
            assertThat(desk.publish()).isEmpty();
        }
    }
}
