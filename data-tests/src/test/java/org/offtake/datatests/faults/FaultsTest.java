package org.offtake.datatests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.etl.NotReadyException;
import org.offtake.etl.check.BrokenRulesException;
import org.offtake.serving.Failure;
import org.offtake.serving.Run;
import org.offtake.serving.Runs;
import org.offtake.serving.ServingException;

/** What goes wrong around a run: it says so, readers keep what they had, and the next run finishes. */
class FaultsTest {
    @TempDir
    private static Path folder;

    private static Trials trials;
    private static TinyHouse yesterday;
    private static TinyHouse today;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        trials = new Trials(folder);
        yesterday = trials.fresh();
        Deliveries.firstDay(yesterday);
        yesterday.run();
        Deliveries.secondDay(yesterday);
        today = trials.copy(yesterday);
        today.run();
    }

    @AfterAll
    static void end() throws SQLException {
        trials.close();
    }

    @Test
    void postgresql_that_is_gone_in_the_middle_of_a_publication_costs_a_retry_and_nothing_else() throws SQLException {
        TinyHouse house = trials.copy(yesterday);
        Effects effects = new Effects(
                house.folder(), Fault.beside(effect -> effect.what().startsWith("sql end of copy"), Databases::crash));
        Throwable ended = trials.run(house, effects).orElseThrow();
        assertThat(ended).isInstanceOfSatisfying(ServingException.class, away -> assertThat(away.retry())
                .isTrue());
        assertThat(ended).hasMessageContaining("ry again");
        assertThat(ended.getSuppressed())
                .as("that it could not be recorded either")
                .hasSize(1);

        trials.startServerAgain();
        house.run();
        assertThat(Prints.of(house).differenceTo(Prints.of(today))).isEmpty();
    }

    @Test
    void a_disk_that_fills_up_ends_the_run_with_its_reason_and_room_finishes_it() {
        for (String place : List.of("write work/lake/silver", "write work/lake/gold", "create work/state/build")) {
            TinyHouse house = trials.copy(yesterday);
            Effects effects = new Effects(
                    house.folder(), Fault.fullDisk(effect -> effect.what().startsWith(place)));
            Optional<Throwable> ended = trials.run(house, effects);
            assertThat(reasons(ended.orElseThrow())).as(place).anyMatch(reason -> reason.contains(Fault.NO_SPACE));
            assertThat(failure(house).last().message().orElse("")).isNotBlank();

            house.run();
            assertThat(Prints.of(house).differenceTo(Prints.of(today)))
                    .as(place)
                    .isEmpty();
            trials.discard(house);
        }
    }

    @Test
    void a_broken_rule_publishes_nothing_and_is_told_with_its_count_until_the_record_is_corrected() throws IOException {
        TinyHouse house = trials.copy(today);
        Map<String, String> published = marts(house);
        Deliveries.brokenDay(house);
        BrokenRulesException broken = catchThrowableOfType(BrokenRulesException.class, house::run);
        assertThat(broken).hasMessageContaining("gold.fact_order_line: 1 rows break \"net_amount >= 0\"");
        assertThat(marts(house)).isEqualTo(published);
        Failure first = failure(house);
        assertThat(first.last().message()).contains(broken.getMessage());

        assertThatThrownBy(house::run).isInstanceOf(BrokenRulesException.class);
        assertThat(marts(house)).isEqualTo(published);
        assertThat(failure(house).runs()).isEqualTo(2);
        assertThat(failure(house).since()).isEqualTo(first.since());

        Deliveries.correctedDay(house);
        house.run();
        assertThat(marts(house)).isNotEqualTo(published);
        assertThat(told(house)).isEmpty();
    }

    @Test
    void a_source_that_is_missing_is_told_to_the_readers_until_it_is_back_even_when_it_brings_nothing_new()
            throws IOException {
        TinyHouse house = trials.copy(today);
        Path drop = house.folder().resolve("drop");
        Path away = Files.move(drop, house.folder().resolve("away"));
        assertThatThrownBy(house::run).isInstanceOf(NotReadyException.class);
        assertThat(failure(house).last().message().orElse("")).contains("drop of source shop does not exist");

        Files.move(away, drop);
        house.run();
        assertThat(told(house)).isEmpty();
        assertThat(house.run().published()).isFalse();
    }

    private static Map<String, String> marts(TinyHouse house) {
        Map<String, String> marts = new TreeMap<>(Prints.of(house).of());
        marts.keySet().removeIf(name -> !name.startsWith("mart."));
        return marts;
    }

    private static List<String> reasons(Throwable failure) {
        List<String> reasons = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reasons.add(String.valueOf(cause.getMessage()));
        }
        return reasons;
    }

    private static Failure failure(TinyHouse house) {
        return told(house).orElseThrow();
    }

    private static Optional<Failure> told(TinyHouse house) {
        try (Connection connection = house.database().connect()) {
            assertThat(Runs.published(connection).map(Run::runId)).isPresent();
            return Runs.failure(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
