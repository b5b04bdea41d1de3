package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a click on a figure in Metabase leads. */
class MetabaseFollowTest {
    @RegisterExtension
    static final Warehouse FIGURES = new Warehouse();

    private static final Map<String, ?> NOTHING = Map.of();

    @BeforeAll
    static void fill() throws IOException {
        FIGURES.fill();
    }

    @Test
    void what_a_clicked_row_hands_on_chooses_the_rows_behind_it() throws SQLException {
        int followed = 0;
        for (Dashboard dashboard : MetabaseCards.DASHBOARDS) {
            for (Item item : dashboard.items()) {
                Optional<Drill> drill = item.drill().filter(lead -> !lead.by().isEmpty());
                String slug = "en/" + dashboard.name() + "/";
                if (drill.isPresent()
                        && follow(
                                slug + item.name(),
                                slug + "rows/" + drill.get().to(),
                                drill.get().by())) {
                    followed++;
                }
            }
        }
        assertThat(followed).isGreaterThan(6);
    }

    /** Whether the figures of the test have a row to click on. */
    private static boolean follow(String card, String rows, List<String> by) throws SQLException {
        try (Connection connection = FIGURES.owner().connect()) {
            Rows figures = new MetabaseQuery(MetabaseCards.card(card).sql()).run(connection, NOTHING);
            if (figures.values().isEmpty()) {
                return false;
            }
            Map<String, Object> chosen = new HashMap<>();
            by.forEach(column -> Optional.ofNullable(
                            figures.values().get(0).get(figures.columns().indexOf("by_" + column)))
                    .ifPresent(value -> chosen.put("by_" + column, value)));
            Rows behind = new MetabaseQuery(MetabaseCards.card(rows).sql()).run(connection, chosen);
            assertThat(behind.values()).as(card).isNotEmpty();
            by.forEach(column -> assertThat(behind.values())
                    .as(card + " by " + column)
                    .extracting(row -> String.valueOf(row.get(behind.columns().indexOf(column))))
                    .containsOnly(String.valueOf(chosen.get("by_" + column))));
            return true;
        } catch (SQLException lacking) { // a table that the figures of the test do not have
            assertThat(lacking.getSQLState())
                    .as(card + ": " + lacking.getMessage())
                    .isIn("42P01", "42703");
            return false;
        }
    }
}
