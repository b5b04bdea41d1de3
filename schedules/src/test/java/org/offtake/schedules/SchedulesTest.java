package org.offtake.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String GOOD = """
            about: Takes in what arrived.
            owner: data
            cron: "30 4 * * *"
            ready_by: "07:00"
            steps:
              warehouse: ./offtake run --date {business_date}
            """;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_file_says_what_runs_when_and_what_is_usual_need_not_be_said() throws IOException {
        Schedule nightly = read("nightly", GOOD);

        assertThat(nightly.zone()).isEqualTo(AMSTERDAM);
        assertThat(nightly.missed()).isEqualTo(Missed.LAST);
        assertThat(nightly.businessDate(Instant.parse("2026-11-25T23:30:00Z"))).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(nightly.steps().get(0).typed(LocalDate.of(2026, 11, 25)))
                .isEqualTo("./offtake run --date 2026-11-25");
    }

    @Test
    void a_promise_before_the_planned_time_of_day_is_for_the_next_day() throws IOException {
        Schedule nightly = read("nightly", GOOD);

        assertThat(nightly.readyBy(Instant.parse("2026-11-26T03:30:00Z")))
                .contains(Instant.parse("2026-11-26T06:00:00Z"));
        assertThat(nightly.readyBy(Instant.parse("2026-11-26T20:00:00Z")))
                .contains(Instant.parse("2026-11-27T06:00:00Z"));
    }

    @Test
    void only_what_may_end_well_later_is_tried_again() throws IOException {
        Retry retry = read("nightly", GOOD + """
                retry:
                  not_ready: {times: 1, wait: 2 h}
                  away: {times: 2, wait: 90 min}
                """).retry();

        assertThat(retry.waitAfter(20, 1))
                .hasValueSatisfying(wait -> assertThat(wait).hasHours(2));
        assertThat(retry.waitAfter(20, 2)).isEmpty();
        assertThat(retry.waitAfter(45, 2))
                .hasValueSatisfying(wait -> assertThat(wait).hasMinutes(90));
        assertThat(retry.waitAfter(45, 3)).isEmpty();
        assertThat(List.of(1, 40, 50))
                .allSatisfy(code -> assertThat(retry.waitAfter(code, 1)).isEmpty());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            cron            | cronn           | unknown key 'cronn'. Did you mean 'cron'?
            "30 4 * * *"    | "30 24 * * *"   | '30 24 * * *' is no cron expression of five fields
            cron: "30 4 * * *" | x: 1         | unknown key 'x'
            cron: "30 4 * * *" | time_zone: UTC | say either 'cron'
            "07:00"         | "7 o'clock"     | is no time of the day
            ./offtake run   | offtake run     | a step is the command a person types
            {business_date} | {busines_date}  | names something other than {business_date}
            warehouse       | Ware-house      | must be lower case letters, digits and _
            ready_by: "07:00" | missed: never | 'missed' must be each or last, not 'never'
            ready_by: "07:00" | time_zone: Mars | 'Mars' is no time zone
            ready_by: "07:00" | start_within: 3 days | '3 days' is no duration, such as 15 min or 2 h
            """)
    void a_mistake_is_refused_by_what_is_wrong(String good, String wrong, String told) {
        assertThatThrownBy(() -> read("nightly", GOOD.replace(good, wrong)))
                .hasMessageContaining("nightly.yml")
                .hasMessageContaining(told);
    }

    @Test
    void a_schedule_of_ones_own_takes_the_place_of_the_shipped_one_of_that_name() throws IOException {
        Path shipped = Files.createDirectory(folder.resolve("shipped"));
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(shipped.resolve("nightly.yml"), GOOD);
        Files.writeString(shipped.resolve("mail.yml"), GOOD.replace("cron: \"30 4 * * *\"", "after: nightly"));
        Files.writeString(own.resolve("nightly.yml"), GOOD.replace("30 4", "0 1"));

        Schedules schedules = Schedules.read(List.of(shipped, own), AMSTERDAM);

        assertThat(schedules.get("nightly").cron().map(Cron::expression)).isEqualTo(Optional.of("0 1 * * *"));
        assertThat(schedules.after("nightly")).extracting(Schedule::name).containsExactly("mail");
        assertThatThrownBy(() -> schedules.get("nightli")).hasMessageContaining("Did you mean 'nightly'?");
    }

    @Test
    void what_runs_after_nothing_that_has_a_time_is_refused() throws IOException {
        String after = GOOD.replace("cron: \"30 4 * * *\"", "after: %s");
        Files.writeString(folder.resolve("a.yml"), after.formatted("b"));
        assertThatThrownBy(() -> Schedules.read(List.of(folder), AMSTERDAM))
                .hasMessageContaining("after 'b', and there is no such schedule");

        Files.writeString(folder.resolve("b.yml"), after.formatted("a"));
        assertThatThrownBy(() -> Schedules.read(List.of(folder), AMSTERDAM)).hasMessageContaining("runs after itself");
    }

    private Schedule read(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".yml"), text);
        return Schedules.read(List.of(folder), AMSTERDAM).get(name);
    }
}
