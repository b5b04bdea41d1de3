package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.offtake.dashboards.metabase.Reach;
import org.offtake.dashboards.metabase.wanted.WantedCard;
import org.offtake.serving.Database;
import org.offtake.serving.Migrations;
import org.offtake.serving.Roles;

/** What Metabase asks PostgreSQL, on a real one: by the account it asks by, and held against what the viewer shows. */
class MetabaseSqlTest {
    @RegisterExtension
    static final Warehouse FIGURES = new Warehouse();

    @RegisterExtension
    static final Warehouse SHIPPED = new Warehouse();

    private static final String PASSWORD = "for-this-test-only";
    private static final Map<String, ?> NOTHING = Map.of();
    private static final Map<String, ?> EVERYTHING =
            Map.of("company", "groothandel", "from", LocalDate.of(2026, 5, 1), "to", LocalDate.of(2026, 9, 30));

    @BeforeAll
    static void fill() throws IOException {
        FIGURES.fill();
        Path house = Path.of(System.getProperty("offtake.house", ".."));
        Migrations.migrate(SHIPPED.owner(), house.resolve("models").resolve("migrations"));
        SHIPPED.publish();
        Roles.letIn(SHIPPED.owner(), account(), PASSWORD);
    }

    @Test
    void every_card_is_answered_by_the_shipped_tables_with_the_columns_that_its_settings_name() throws SQLException {
        assertThat(MetabaseCards.WANTED.cards()).hasSizeGreaterThan(50);
        Database reader = new Database(SHIPPED.owner().url(), account(), PASSWORD);
        try (Connection connection = reader.connect()) {
            for (WantedCard card : MetabaseCards.WANTED.cards()) {
                for (Map<String, ?> chosen : List.of(NOTHING, EVERYTHING)) {
                    Rows rows = new MetabaseQuery(card.sql()).run(connection, chosen);
                    assertThat(rows.columns()).as(card.slug()).containsAll(named(card.settings()));
                }
            }
        }
    }

    private static String account() {
        return Roles.account("management", Reach.of(SHIPPED.owner()).name());
    }

    private static List<String> named(JsonNode settings) {
        List<String> names = new ArrayList<>();
        settings.path("table.columns")
                .forEach(column -> names.add(column.path("name").asText()));
        settings.path("graph.dimensions").forEach(name -> names.add(name.asText()));
        settings.path("graph.metrics").forEach(name -> names.add(name.asText()));
        settings.path("scalar.comparisons")
                .forEach(one -> names.add(one.path("column").asText()));
        Optional.ofNullable(settings.get("scalar.field")).ifPresent(name -> names.add(name.asText()));
        return names;
    }

    @Test
    void figures_are_those_of_the_viewer_whichever_filters_are_chosen() throws SQLException {
        int compared = 0;
        for (Dashboard dashboard : MetabaseCards.DASHBOARDS) {
            Filters usual =
                    Filters.of(dashboard, new Address(List.of(), Map.of()), Warehouse.BUSINESS_DATE, Language.EN);
            Filters chosen = new Filters(
                    Optional.of("groothandel"),
                    LocalDate.of(2026, 5, 1),
                    LocalDate.of(2026, 9, 30),
                    Warehouse.BUSINESS_DATE,
                    Language.EN);
            for (Item item : dashboard.items()) {
                compared += compare(dashboard, item, usual, NOTHING);
                compared += compare(dashboard, item, chosen, EVERYTHING);
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    /** Gives 1 when the viewer had rows to compare with. */
    private static int compare(Dashboard dashboard, Item item, Filters filters, Map<String, ?> chosen)
            throws SQLException {
        try (Snapshot snapshot = Snapshot.open(FIGURES.owner());
                Connection connection = FIGURES.owner().connect()) {
            if (!(snapshot.rows(item.sql(), filters) instanceof Rows viewed)
                    || viewed.values().isEmpty()) {
                return 0;
            }
            String slug = "en/" + dashboard.name() + "/" + item.name();
            Rows published = new MetabaseQuery(MetabaseCards.card(slug).sql()).run(connection, chosen);
            List<String> figures = new ArrayList<>(item.columns());
            item.value().ifPresent(figures::add);
            figures.retainAll(published.columns());
            int rows =
                    item.shows() == Shows.NUMBER ? 1 : viewed.values().size() - (item.shows() == Shows.BRIDGE ? 1 : 0);
            if (item.shows() == Shows.TABLE || item.shows() == Shows.NUMBER || item.shows() == Shows.BRIDGE) {
                assertThat(published.values()).as(slug).hasSize(rows);
            }
            for (String figure : figures) {
                for (int row = 0; row < rows; row++) {
                    Object before =
                            viewed.values().get(row).get(viewed.columns().indexOf(figure));
                    Object after =
                            published.values().get(row).get(published.columns().indexOf(figure));
                    if (before instanceof BigDecimal number) {
                        assertThat((BigDecimal) after).as(slug + " " + figure).isEqualByComparingTo(number);
                    }
                }
            }
            return 1;
        }
    }

    @Test
    void the_steps_add_up_to_the_total_that_metabase_draws_itself() throws SQLException {
        Rows steps = answer("en/sales-at-a-glance/growth");
        assertThat(steps.values())
                .extracting(row -> row.get(0))
                .containsExactly(
                        "Orders, last year",
                        "Same customers",
                        "New customers",
                        "Customers who came back",
                        "Lost customers");
        BigDecimal sum = steps.values().stream()
                .map(row -> (BigDecimal) row.get(1))
                .reduce(BigDecimal.ZERO, (one, other) -> one.add(other));
        assertThat(sum).isEqualByComparingTo((BigDecimal) thisYear());
    }

    private static Object thisYear() throws SQLException {
        try (Connection connection = FIGURES.owner().connect()) {
            String sql =
                    "select sum(order_amount) from mart.kpi_order_growth where month_start_date between '2025-11-01' and '2026-10-31'";
            return new MetabaseQuery(sql)
                    .run(connection, NOTHING)
                    .values()
                    .get(0)
                    .get(0);
        }
    }

    @Test
    void what_the_viewer_says_in_words_stands_in_a_card_of_its_own_in_each_language() throws SQLException {
        assertThat(answer("nl/sales-at-a-glance/latest_month/story").values())
                .singleElement()
                .asString()
                .startsWith("[oktober 2026 lag ")
                .containsPattern("onder vorig jaar: EUR \\d{3}\\.\\d{3} tegen EUR \\d{3}\\.\\d{3}\\.")
                .contains("bij Groothandel Van Dam: EUR ")
                .endsWith("Over de hele periode lopen we toch 4,8% voor.]");
        assertThat(answer("en/offtake-against-contract/behind/story").values())
                .singleElement()
                .asString()
                .contains("customers are behind contract. ", " is at stake.")
                .doesNotContain("{");
    }

    @Test
    void lines_of_several_currencies_are_lines_of_their_own() throws SQLException {
        FIGURES.run("insert into mart.kpi_revenue_month select 'export', month_start_date, country, 'USD', 0, 0, 0,"
                + " net_amount / 2, 1, 0, 1, 1, 0 from mart.kpi_revenue_month where company_code = 'boutique'");
        try {
            assertThat(answer("en/sales-at-a-glance/months").values())
                    .extracting(row -> row.get(1))
                    .contains("Net (EUR)", "Net (USD)", "Last year (EUR)", "Last year (USD)");
        } finally {
            FIGURES.run("delete from mart.kpi_revenue_month where company_code = 'export'");
        }
    }

    private static Rows answer(String slug) throws SQLException {
        try (Connection connection = FIGURES.owner().connect()) {
            return new MetabaseQuery(MetabaseCards.card(slug).sql()).run(connection, NOTHING);
        }
    }
}
