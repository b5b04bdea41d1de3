package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the parts of a published dashboard know each other. */
class MetabaseLinksTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    @BeforeAll
    static void migrate() {
        WAREHOUSE.migrate();
    }

    @Test
    void a_click_on_a_figure_leads_to_its_rows_with_what_was_clicked_and_chosen() {
        try (MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, MetabaseDesk.VERSION)) {
            desk.publish();
            long rows = desk.card("Invoice lines").path("id").asLong();
            long figure = desk.card("Net by month").path("id").asLong();
            assertThat(StreamSupport.stream(
                            desk.dashboard("Sales at a glance")
                                    .path("dashcards")
                                    .spliterator(),
                            false))
                    .filteredOn(place -> place.path("card_id").asLong() == figure)
                    .singleElement()
                    .satisfies(place -> {
                        JsonNode click = place.path("visualization_settings").path("click_behavior");
                        assertThat(click.path("targetId").asLong()).isEqualTo(rows);
                        assertThat(click.path("parameterMapping").properties())
                                .extracting(Map.Entry::getKey)
                                .containsExactly("by_month_start_date", "by_currency_code", "company", "from", "to");
                    });
        }
    }

    @Test
    void filters_reach_every_card() {
        try (MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, MetabaseDesk.VERSION)) {
            desk.publish();
            ObjectNode dashboard = desk.dashboard("Signals");
            assertThat(dashboard.path("parameters"))
                    .extracting(parameter -> parameter.path("slug").asText() + " "
                            + parameter.path("name").asText())
                    .containsExactly("company Company", "from From", "to Up to");
            assertThat(dashboard
                            .path("parameters")
                            .path(0)
                            .path("values_source_config")
                            .path("values")
                            .path(0))
                    .extracting(value -> value.asText())
                    .containsExactly("groothandel", "Groothandel Van Dam");
            assertThat(StreamSupport.stream(dashboard.path("dashcards").spliterator(), false))
                    .filteredOn(place -> place.hasNonNull("card_id"))
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(place.path("parameter_mappings"))
                            .extracting(mapping -> mapping.path("target").toString())
                            .containsExactly(
                                    "[\"variable\",[\"template-tag\",\"company\"]]",
                                    "[\"variable\",[\"template-tag\",\"from\"]]",
                                    "[\"variable\",[\"template-tag\",\"to\"]]"));
        }
    }
}
