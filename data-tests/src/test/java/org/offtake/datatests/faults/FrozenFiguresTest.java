package org.offtake.datatests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that are frozen stay as they were told, however much is learned later. */
class FrozenFiguresTest {
    private static final LocalDate FIRST = TinyHouse.TODAY;
    private static final LocalDate SECOND = FIRST.plusDays(1);

    @TempDir
    private Path folder = Path.of(".");

    private final Databases databases = new Databases();
    private TinyHouse house = new TinyHouse(folder, databases.fresh());

    @BeforeEach
    void tellTheFirstDay() throws IOException {
        house = TinyHouse.in(folder, house.database());
        Deliveries.firstDay(house);
        house.run(FIRST);
    }

    @AfterEach
    void close() throws SQLException {
        databases.close();
    }

    @Test
    void a_day_that_was_told_stays_when_late_rows_come_and_an_earlier_date_tells_it_again_alone() throws IOException {
        assertThat(told()).containsExactly("2024-03-01: 5 lines, 44.5000");

        Deliveries.secondDay(house);
        house.run(SECOND);
        assertThat(told()).containsExactly("2024-03-01: 5 lines, 44.5000", "2024-03-02: 6 lines, 144.7500");
        assertThat(asOf()).containsOnly(SECOND);

        Deliveries.correctedDay(house);
        house.run(SECOND);
        assertThat(told())
                .as("a day is told again until the next one is")
                .containsExactly("2024-03-01: 5 lines, 44.5000", "2024-03-02: 7 lines, 145.7500");

        assertThat(house.run(FIRST).published()).isTrue();
        assertThat(told()).containsExactly("2024-03-01: 7 lines, 145.7500", "2024-03-02: 7 lines, 145.7500");
        assertThat(asOf()).as("tables of the present are not taken back").containsOnly(SECOND);
        assertThat(house.ask("select business_date::text from app.run where status = 'published' order by run_id"))
                .containsExactly("2024-03-01", "2024-03-02", "2024-03-02", "2024-03-02");
        assertThat(house.run(SECOND).published()).isFalse();
    }

    private List<String> told() {
        return house.ask(
                "select told_date || ': ' || line_count || ' lines, ' || net_amount from mart.report_told order by 1");
    }

    private List<LocalDate> asOf() {
        return house.ask("select distinct as_of_date::text from mart.report_region").stream()
                .map(LocalDate::parse)
                .toList();
    }
}
