package org.offtake.datatests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.datatests.Checkout;
import org.offtake.etl.run.Progress;
import org.offtake.models.Library;

/** The episodes of a signal model are told by the run that publishes them. */
class SignalsToldTest {
    private static final LocalDate FIRST = TinyHouse.TODAY;
    private static final Library WITH_SIGNALS = Library.read(List.of(
            TinyHouse.INSTALLED.resolve("models"),
            Checkout.root().resolve("data-tests/src/test/resources/signals/models")));

    @TempDir
    private Path folder = Path.of(".");

    private final Databases databases = new Databases();
    private final List<String> said = new ArrayList<>();
    private TinyHouse house = new TinyHouse(folder, databases.fresh());

    @BeforeEach
    void land() throws IOException {
        house = TinyHouse.in(folder, house.database());
        Deliveries.firstDay(house);
    }

    @AfterEach
    void close() throws SQLException {
        databases.close();
    }

    @Test
    void what_was_told_stays_when_late_orders_come_and_a_new_day_tells_what_nothing_new_led_to() throws IOException {
        run(FIRST);
        assertThat(signalsSaid())
                .containsExactly("3 raised, 0 closed, 0 withdrawn, 0 reopened; held back: 0 muted, 0 cooling down");
        assertThat(signals())
                .containsExactly(
                        "S-000001 OPEN: C1 last ordered on 2024-01-10",
                        "S-000002 OPEN: C2 last ordered on 2024-01-20",
                        "S-000003 OPEN: C9 last ordered on 2024-01-20");

        Deliveries.secondDay(house); // C1 has ordered on the first of February after all
        run(FIRST.plusDays(1));
        Deliveries.correctedDay(house); // C2 has ordered on the 25th of February
        run(FIRST.plusDays(2));
        assertThat(signalsSaid())
                .containsExactly(
                        "3 raised, 0 closed, 0 withdrawn, 0 reopened; held back: 0 muted, 0 cooling down",
                        "0 raised, 0 closed, 0 withdrawn, 0 reopened; held back: 0 muted, 0 cooling down",
                        "0 raised, 1 closed, 0 withdrawn, 0 reopened; held back: 0 muted, 0 cooling down");
        assertThat(house.ask("select party_id || ' ' || since_date from mart.signal_quiet order by 1"))
                .contains("C1 2024-02-01", "C2 2024-02-25");

        LocalDate quiet = LocalDate.of(2024, 3, 21);
        assertThat(run(quiet))
                .as("a new day has its signals, also when nothing came")
                .isTrue();
        assertThat(run(quiet)).isFalse();
        assertThat(signals())
                .containsExactly(
                        "S-000001 OPEN: C1 last ordered on 2024-01-10",
                        "S-000002 CLOSED: C2 last ordered on 2024-01-20",
                        "S-000003 OPEN: C9 last ordered on 2024-01-20",
                        "S-000004 OPEN: C8 last ordered on 2024-02-20");

        List<String> events = events();
        run(FIRST);
        assertThat(events()).as("a backfill tells nothing").isEqualTo(events).hasSize(5);
    }

    @Test
    void a_house_without_signal_models_says_nothing_of_signals() {
        house.run(FIRST, TinyHouse.LIBRARY, listening());
        assertThat(signalsSaid()).isEmpty();
        assertThat(signals()).isEmpty();
    }

    private boolean run(LocalDate date) {
        return house.run(date, WITH_SIGNALS, listening()).published();
    }

    private List<String> signalsSaid() {
        return said.stream()
                .filter(line -> line.startsWith("signals: "))
                .map(line -> line.substring("signals: ".length()))
                .toList();
    }

    private List<String> signals() {
        return house.ask("select signal_id || ' ' || status || ': ' || text_en from mart.signal order by 1");
    }

    private List<String> events() {
        return house.ask("select signal_id || ' ' || event || ' ' || event_date from mart.signal_event order by 1");
    }

    private Progress listening() {
        return new Progress() {
            @Override
            public void say(String line) {
                said.add(line);
            }

            @Override
            public void warn(String line) {}
        };
    }
}
