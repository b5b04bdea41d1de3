package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.offtake.dashboards.metabase.MetabaseException;

/** Things in Metabase that look like ours. */
class MetabaseNamesakeTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final String SALES = "Sales at a glance";

    @BeforeAll
    static void migrate() {
        WAREHOUSE.migrate();
    }

    @Test
    void a_copy_is_known_from_what_it_was_copied_from_unless_nothing_remembers_which_is_which() {
        try (MetabaseDesk desk = MetabaseHandsTest.published(WAREHOUSE)) {
            ObjectNode copy = MetabaseHandsTest.named(
                    SALES, desk.dashboard(SALES).path("collection_id").asLong());
            copy.set("description", desk.dashboard(SALES).path("description"));
            ObjectNode made = desk.standIn.byHand("POST", "/api/dashboard", copy);
            assertThat(desk.publish()).isEmpty();

            desk.forget();
            desk.writes();
            assertThatThrownBy(desk::publish)
                    .isInstanceOf(MetabaseException.class)
                    .hasMessageContaining("2 times a dashboard marked as 'en/sales-at-a-glance'")
                    .hasMessageContaining(made.path("id").asText())
                    .hasMessageContaining("put the copy into the trash");
            desk.byHand("dashboard", made, "archived", JsonNodeFactory.instance.booleanNode(true));
            assertThat(desk.publish()).isEmpty();
        }
    }

    @Test
    void a_collection_of_our_name_that_others_made_is_not_taken_over() {
        try (MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, MetabaseDesk.VERSION)) {
            desk.standIn.withUser(MetabaseDesk.USER, MetabaseDesk.PASSWORD);
            ObjectNode theirs = desk.standIn.byHand(
                    "POST",
                    "/api/collection",
                    MetabaseDesk.object().put("name", "Offtake").put("description", "ours"));
            assertThatThrownBy(desk::publish)
                    .isInstanceOf(MetabaseException.class)
                    .hasMessageContaining(
                            "collection 'Offtake' (" + theirs.path("id").asText() + ")")
                    .hasMessageContaining("did not make");
            assertThat(desk.standIn.store().names("card")).isEmpty();
        }
    }

    @Test
    void a_database_of_our_name_that_others_made_is_not_taken_over() {
        try (MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, MetabaseDesk.VERSION)) {
            desk.standIn.withUser(MetabaseDesk.USER, MetabaseDesk.PASSWORD);
            ObjectNode theirs = MetabaseDesk.object()
                    .put("name", "Offtake management (groothandel)")
                    .put("engine", "postgres");
            theirs.putObject("details").put("user", "somebody");
            desk.standIn.keep("database", theirs);
            assertThatThrownBy(() -> desk.metabase().plan())
                    .isInstanceOf(MetabaseException.class)
                    .hasMessageContaining("does not read as offtake_management")
                    .hasMessageContaining("give it another name");
        }
    }
}
