package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.offtake.dashboards.metabase.Change;
import org.offtake.dashboards.metabase.Change.Action;
import org.offtake.outbound.http.ApiException;

/** What people do in Metabase beside and on what was published. */
class MetabaseHandsTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final String SALES = "Sales at a glance";

    @BeforeAll
    static void migrate() {
        WAREHOUSE.migrate();
    }

    static MetabaseDesk published(Warehouse warehouse) {
        MetabaseDesk desk = new MetabaseDesk(warehouse, MetabaseDesk.VERSION);
        desk.only("sales-at-a-glance", dashboard -> dashboard);
        desk.publish();
        desk.writes();
        return desk;
    }

    static ObjectNode named(String name, long collection) {
        return MetabaseDesk.object()
                .put("name", name)
                .put("collection_id", collection)
                .put("description", "by hand");
    }

    private static ObjectNode question(String name, long collection) {
        ObjectNode question = named(name, collection).put("display", "table");
        question.putObject("visualization_settings");
        question.putObject("dataset_query")
                .put("type", "native")
                .put("database", 1)
                .putObject("native")
                .put("query", "select 1");
        return question;
    }

    @Test
    void what_people_made_beside_ours_and_inside_our_collections_is_never_changed() {
        try (MetabaseDesk desk = published(WAREHOUSE)) {
            long ours = desk.standIn
                    .store()
                    .named("collection", "English")
                    .path("id")
                    .asLong();
            ObjectNode collection = desk.standIn.byHand(
                    "POST",
                    "/api/collection",
                    MetabaseDesk.object().put("name", "My notes").put("parent_id", ours));
            ObjectNode card = desk.standIn.byHand("POST", "/api/card", question("Net by month", ours));
            ObjectNode board = desk.standIn.byHand("POST", "/api/dashboard", named(SALES, ours));
            desk.only(
                    "sales-at-a-glance",
                    dashboard -> MetabaseDesk.with(dashboard, new Words("Omzet", "Turnover"), dashboard.items()));

            desk.publish();
            desk.only("signals", dashboard -> dashboard);
            desk.publish();
            desk.metabase().prune(true);

            List<String> written =
                    desk.writes().stream().map(write -> write.path()).toList();
            assertThat(written)
                    .isNotEmpty()
                    .doesNotContain(
                            "/api/collection/" + collection.path("id").asText(),
                            "/api/card/" + card.path("id").asText(),
                            "/api/dashboard/" + board.path("id").asText());
            assertThat(desk.dashboard(SALES).path("archived").asBoolean()).isFalse();
        }
    }

    @Test
    void a_collection_that_is_no_longer_wanted_stays_as_long_as_it_holds_what_people_made() {
        try (MetabaseDesk desk = published(WAREHOUSE)) {
            ObjectNode cards = desk.standIn.store().named("collection", "Cards");
            ObjectNode card = desk.standIn.byHand(
                    "POST", "/api/card", question("Mine", cards.path("id").asLong()));
            desk.languages = List.of(Language.NL);
            assertThat(MetabaseDesk.told(desk.metabase().prune(true)).get(Action.ARCHIVE))
                    .contains("dashboard en/sales-at-a-glance")
                    .noneMatch(line -> line.startsWith("collection"));
            assertThat(desk.said).anyMatch(line -> line.startsWith("collection en/cards (") && line.contains("'Mine'"));
            assertThat(card.path("archived").asBoolean()).isFalse();

            desk.byHand("card", card, "archived", JsonNodeFactory.instance.booleanNode(true));
            assertThat(MetabaseDesk.told(desk.metabase().prune(true)))
                    .isEqualTo(Map.of(Action.ARCHIVE, List.of("collection en/cards", "collection en")));
        }
    }

    @Test
    void what_people_put_on_our_dashboard_stays_when_it_is_published_anew() {
        try (MetabaseDesk desk = published(WAREHOUSE)) {
            ObjectNode card = desk.standIn.byHand("POST", "/api/card", question("Mine", 1));
            ObjectNode board = desk.dashboard(SALES).deepCopy();
            ((ArrayNode) board.path("tabs")).addObject().put("id", -1).put("name", "Our own tab");
            ((ArrayNode) board.path("parameters"))
                    .addObject()
                    .put("id", "mine")
                    .put("name", "Mine")
                    .put("slug", "mine")
                    .put("type", "string/=")
                    .put("sectionId", "string");
            ObjectNode place = ((ArrayNode) board.path("dashcards"))
                    .addObject()
                    .put("id", -7)
                    .put("dashboard_tab_id", -1);
            place.put("card_id", card.path("id").asLong())
                    .put("row", 0)
                    .put("col", 0)
                    .put("size_x", 4)
                    .put("size_y", 4);
            desk.standIn.byHand("PUT", "/api/dashboard/" + board.path("id").asText(), board);
            assertThat(desk.metabase().drift()).isEmpty();
            desk.only(
                    "sales-at-a-glance",
                    dashboard -> MetabaseDesk.with(dashboard, new Words("Omzet", "Turnover"), dashboard.items()));
            desk.publish();

            ObjectNode after = desk.dashboard("Turnover");
            assertThat(after.path("tabs"))
                    .extracting(tab -> tab.path("name").asText())
                    .containsExactly("Overview", "Rows", "Our own tab");
            assertThat(after.path("parameters"))
                    .extracting(parameter -> parameter.path("slug").asText())
                    .contains("mine");
            assertThat(desk.places("Turnover")).containsKey(card.path("id").asLong());
            assertThat(desk.said)
                    .contains("dashboard en/sales-at-a-glance has 1 card that others put there; they stay as they are");
        }
    }

    @Test
    void what_is_changed_by_hand_is_named_and_put_back_under_its_number() {
        try (MetabaseDesk desk = published(WAREHOUSE)) {
            ObjectNode card = desk.card("Net by month");
            desk.byHand("card", card, "display", MetabaseDesk.text("pie"));
            desk.byHand("dashboard", desk.dashboard(SALES), "name", MetabaseDesk.text("Mine now"));
            ObjectNode board = desk.dashboard("Mine now").deepCopy();
            ((ArrayNode) board.path("dashcards")).remove(2);
            desk.standIn.byHand("PUT", "/api/dashboard/" + board.path("id").asText(), board);

            List<Change> drift = desk.metabase().drift();
            assertThat(drift).extracting(Change::action).containsOnly(Action.CHANGED);
            assertThat(drift)
                    .extracting(change -> change.kind() + " " + change.slug() + " " + change.fields())
                    .containsExactly(
                            "card en/sales-at-a-glance/months [display]",
                            "dashboard en/sales-at-a-glance [dashcards, name]");

            assertThat(desk.publish())
                    .isEqualTo(Map.of(
                            Action.UPDATE,
                            List.of("card en/sales-at-a-glance/months", "dashboard en/sales-at-a-glance")));
            assertThat(desk.card("Net by month").path("display").asText()).isEqualTo("line");
            assertThat(desk.dashboard(SALES).path("id")).isEqualTo(board.path("id"));
            assertThat(desk.metabase().drift()).isEmpty();
        }
    }

    @Test
    void what_the_files_changed_is_no_drift() {
        try (MetabaseDesk desk = published(WAREHOUSE)) {
            desk.only(
                    "sales-at-a-glance",
                    dashboard -> MetabaseDesk.with(dashboard, new Words("Omzet", "Turnover"), dashboard.items()));
            assertThat(desk.metabase().drift()).isEmpty();
            assertThat(MetabaseDesk.told(desk.metabase().plan())).containsOnlyKeys(Action.UPDATE);
        }
    }

    @Test
    void what_was_put_into_the_trash_by_hand_is_gone_and_comes_back() {
        try (MetabaseDesk desk = published(WAREHOUSE)) {
            desk.byHand("card", desk.card("Net by month"), "archived", JsonNodeFactory.instance.booleanNode(true));
            assertThat(MetabaseDesk.told(desk.metabase().drift()))
                    .isEqualTo(Map.of(Action.GONE, List.of("card en/sales-at-a-glance/months")));
            assertThat(desk.publish()).isEqualTo(Map.of(Action.UPDATE, List.of("card en/sales-at-a-glance/months")));
            assertThat(desk.metabase().drift()).isEmpty();
        }
    }

    @Test
    void a_graph_that_somebody_else_changed_meanwhile_is_read_once_more_and_no_more() {
        try (MetabaseDesk desk = published(WAREHOUSE)) {
            desk.standIn.collectionGraph().withObject("/groups/1").put(english(desk), "write");
            assertThat(desk.metabase().drift()).singleElement().satisfies(change -> assertThat(change.fields())
                    .containsExactly("All Users in en: write to none"));
            desk.standIn.conflict(1);
            assertThat(desk.publish()).isEqualTo(Map.of(Action.UPDATE, List.of("permissions collections")));
            assertThat(desk.standIn.collectionGraph().path("groups").path("1").has(english(desk)))
                    .isFalse();

            desk.standIn.collectionGraph().withObject("/groups/1").put(english(desk), "write");
            desk.standIn.conflict(2);
            assertThatThrownBy(desk::publish).isInstanceOf(ApiException.class).hasMessageContaining("409");
        }
    }

    private static String english(MetabaseDesk desk) {
        return desk.standIn.store().named("collection", "English").path("id").asText();
    }
}
