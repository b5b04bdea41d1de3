package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.dashboards.metabase.Change;
import org.offtake.dashboards.metabase.Change.Action;

/** What stands in Metabase after the dashboards were published once, twice, and changed. */
class MetabasePublishTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final String SALES = "Verkoop in één oogopslag";

    @BeforeAll
    static void migrate() {
        WAREHOUSE.migrate();
    }

    private static MetabaseDesk fresh() {
        return new MetabaseDesk(WAREHOUSE, MetabaseDesk.VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.57.1", "v0.65.2", "v1.60.3"})
    void a_fresh_metabase_is_set_up_and_holds_every_dashboard_in_both_languages(String version) {
        try (MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, version)) {
            Map<Action, List<String>> done = desk.publish();

            assertThat(done).containsOnlyKeys(Action.CREATE, Action.UPDATE);
            assertThat(done.get(Action.UPDATE)).containsExactly("permissions collections", "permissions data");
            assertThat(desk.standIn.store().names("collection"))
                    .containsExactly("Offtake", "Nederlands", "Kaarten", "English", "Cards");
            assertThat(desk.standIn.store().names("dashboard"))
                    .contains("Afname tegen contract", SALES, "Signalen", "Sales at a glance", "Signals");
            assertThat(desk.standIn.store().names("database"))
                    .containsExactly("Offtake management (groothandel)", "Offtake analysts (groothandel)");
            ObjectNode card = desk.card("Customers behind contract");
            assertThat(card.path("display").asText()).isEqualTo("smartscalar");
            assertThat(card.path("description").asText()).contains("less than 85%");
            assertThat(card.path("entity_id").asText()).hasSize(21).matches("[A-Za-z0-9_-]+");
        }
    }

    @Test
    void a_second_publication_writes_nothing() {
        try (MetabaseDesk desk = fresh()) {
            desk.publish();
            desk.writes();

            assertThat(desk.publish()).isEmpty();
            assertThat(desk.writes()).isEmpty();
            assertThat(MetabaseDesk.told(desk.metabase().plan())).isEmpty();
        }
    }

    @Test
    void a_plan_says_what_publishing_does_and_writes_nothing() {
        try (MetabaseDesk desk = fresh()) {
            Map<Action, List<String>> planned =
                    MetabaseDesk.told(desk.metabase().plan());
            assertThat(desk.writes()).isEmpty();
            assertThat(planned).isEqualTo(desk.publish());
            desk.only("signals", dashboard -> dashboard);
            desk.writes();

            planned = MetabaseDesk.told(desk.metabase().plan());
            assertThat(planned).containsOnlyKeys(Action.ARCHIVE);
            assertThat(planned.get(Action.ARCHIVE))
                    .contains("dashboard nl/sales-at-a-glance", "card en/sales-at-a-glance/months");
            assertThat(desk.writes()).isEmpty();
            assertThat(desk.said).anyMatch(line -> line.startsWith("signals: following up"));
        }
    }

    @Test
    void a_new_title_is_one_update_and_everything_keeps_its_number() {
        try (MetabaseDesk desk = fresh()) {
            desk.only("sales-at-a-glance", dashboard -> dashboard);
            desk.publish();
            ObjectNode before = desk.dashboard(SALES).deepCopy();
            desk.only(
                    "sales-at-a-glance",
                    dashboard -> MetabaseDesk.with(
                            dashboard, new Words("Omzet", dashboard.title().en()), dashboard.items()));

            assertThat(desk.publish()).isEqualTo(Map.of(Action.UPDATE, List.of("dashboard nl/sales-at-a-glance")));
            ObjectNode after = desk.dashboard("Omzet");
            assertThat(after.path("id")).isEqualTo(before.path("id"));
            assertThat(after.path("dashcards")).isEqualTo(before.path("dashcards"));
            assertThat(after.path("tabs")).isEqualTo(before.path("tabs"));
        }
    }

    @Test
    void a_card_less_or_more_leaves_the_places_of_the_others_as_they_are() {
        try (MetabaseDesk desk = fresh()) {
            desk.only("sales-at-a-glance", dashboard -> dashboard);
            desk.publish();
            Map<Long, Long> before = desk.places(SALES);
            long months = desk.card("Netto per maand").path("id").asLong();
            desk.only("sales-at-a-glance", MetabasePublishTest::withoutMonths);

            Map<Action, List<String>> done = desk.publish();
            assertThat(done.get(Action.UPDATE))
                    .containsExactly("dashboard nl/sales-at-a-glance", "dashboard en/sales-at-a-glance");
            Map<Long, Long> without = desk.places(SALES);
            assertThat(without).hasSize(before.size() - 1).doesNotContainKey(months);
            assertThat(before).containsAllEntriesOf(without);

            desk.only("sales-at-a-glance", dashboard -> dashboard);
            desk.publish();
            assertThat(desk.places(SALES)).containsAllEntriesOf(without).containsKey(months);
            assertThat(desk.card("Netto per maand").path("id").asLong()).isEqualTo(months);
        }
    }

    private static Dashboard withoutMonths(Dashboard dashboard) {
        List<Item> items = dashboard.items().stream()
                .filter(item -> !item.name().equals("months"))
                .toList();
        return MetabaseDesk.with(dashboard, dashboard.title(), items);
    }

    @Test
    void what_is_no_longer_wanted_is_archived_by_prune_only() {
        try (MetabaseDesk desk = fresh()) {
            desk.publish();
            desk.languages = List.of(Language.NL);
            desk.only("signals", dashboard -> dashboard);
            desk.writes();

            assertThat(desk.publish()).isEmpty();
            List<Change> planned = desk.metabase().prune(false);
            assertThat(desk.writes()).isEmpty();
            assertThat(desk.metabase().prune(true)).isEqualTo(planned);
            assertThat(desk.writes()).hasSameSizeAs(planned).allMatch(write -> write.method()
                    .equals("PUT"));
            assertThat(desk.dashboard(SALES).path("archived").asBoolean()).isTrue();
            assertThat(desk.standIn
                            .store()
                            .named("collection", "English")
                            .path("archived")
                            .asBoolean())
                    .isTrue();
            assertThat(desk.dashboard("Signalen").path("archived").asBoolean()).isFalse();
            assertThat(desk.metabase().prune(false)).isEmpty();
            assertThat(desk.metabase().drift()).isEmpty();
        }
    }

    @Test
    void what_comes_back_is_taken_out_of_the_trash_under_its_old_number_where_it_is_a_card() {
        try (MetabaseDesk desk = fresh()) {
            desk.publish();
            long number = desk.card("Netto per maand").path("id").asLong();
            desk.only("signals", dashboard -> dashboard);
            desk.metabase().prune(true);
            desk.only("sales-at-a-glance", dashboard -> dashboard);
            desk.publish();

            assertThat(desk.card("Netto per maand").path("id").asLong()).isEqualTo(number);
            assertThat(desk.card("Netto per maand").path("archived").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void when_nothing_is_remembered_everything_is_found_again_and_nothing_is_made_twice() {
        try (MetabaseDesk desk = fresh()) {
            desk.publish();
            Map<Long, Long> before = desk.places(SALES);
            desk.forget();
            desk.writes();

            assertThat(desk.publish()).isEmpty();
            assertThat(desk.writes()).isEmpty();
            assertThat(desk.places(SALES)).isEqualTo(before);
            assertThat(desk.metabase().drift()).isEmpty();
        }
    }

    @Test
    void a_number_that_is_another_things_by_now_is_not_taken_for_ours() {
        try (MetabaseDesk desk = fresh()) {
            desk.publish();
        }
        WAREHOUSE.run("create table app.kept as select * from app.metabase_object");
        try (MetabaseDesk desk = fresh()) { // a Metabase that was made anew at the same address
            WAREHOUSE.run(
                    "insert into app.metabase_object select '" + desk.standIn.url()
                            + "', kind, slug, object_id, entity_id, published from app.kept",
                    "drop table app.kept");
            desk.publish();
            desk.writes();
            assertThat(desk.publish()).isEmpty();
        }
    }
}
