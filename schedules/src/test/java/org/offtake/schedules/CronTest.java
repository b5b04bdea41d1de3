package org.offtake.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** In Amsterdam it goes from 02:00 to 03:00 on 28 March 2027 at 01:00 UTC, and from 03:00 to 02:00 on 25 October 2026 at 01:00 UTC. */
    @ParameterizedTest(name = "{0} from {1} to {2}")
    @CsvSource(delimiter = '|', textBlock = """
            30 2 * * *     | 2027-03-27T23:00:00Z | 2027-03-28T22:00:00Z | 2027-03-28T01:30:00Z
            30 2 * * *     | 2026-10-24T22:00:00Z | 2026-10-25T23:00:00Z | 2026-10-25T00:30:00Z
            0 3 * * *      | 2027-03-27T23:00:00Z | 2027-03-28T22:00:00Z | 2027-03-28T01:00:00Z
            0 3 * * *      | 2026-10-24T22:00:00Z | 2026-10-25T23:00:00Z | 2026-10-25T02:00:00Z
            0,30 2,3 * * * | 2027-03-27T23:00:00Z | 2027-03-28T22:00:00Z | 2027-03-28T01:00:00Z 2027-03-28T01:30:00Z
            0,30 2,3 * * * | 2026-10-24T22:00:00Z | 2026-10-25T23:00:00Z | 2026-10-25T00:00:00Z 2026-10-25T00:30:00Z 2026-10-25T02:00:00Z 2026-10-25T02:30:00Z
            15 * * * *     | 2026-10-24T23:00:00Z | 2026-10-25T02:00:00Z | 2026-10-24T23:15:00Z 2026-10-25T00:15:00Z 2026-10-25T01:15:00Z
            15 * * * *     | 2027-03-27T23:59:00Z | 2027-03-28T02:00:00Z | 2027-03-28T00:15:00Z 2027-03-28T01:15:00Z
            0 */1 * * *    | 2026-10-24T23:30:00Z | 2026-10-25T02:30:00Z | 2026-10-25T00:00:00Z 2026-10-25T01:00:00Z 2026-10-25T02:00:00Z
            0 * * * 1-5    | 2026-10-23T20:30:00Z | 2026-10-26T00:30:00Z | 2026-10-23T21:00:00Z 2026-10-25T23:00:00Z 2026-10-26T00:00:00Z
            0 * * * 1-5    | 2027-03-26T21:30:00Z | 2027-03-28T23:30:00Z | 2027-03-26T22:00:00Z 2027-03-28T22:00:00Z 2027-03-28T23:00:00Z
            0 5 1 * *      | 2026-11-02T00:00:00Z | 2027-01-02T00:00:00Z | 2026-12-01T04:00:00Z 2027-01-01T04:00:00Z
            0 5 * * 1      | 2026-11-26T00:00:00Z | 2026-12-08T00:00:00Z | 2026-11-30T04:00:00Z 2026-12-07T04:00:00Z
            0 0 29 2 *     | 2026-11-26T00:00:00Z | 2028-12-31T00:00:00Z | 2028-02-28T23:00:00Z
            """)
    void runs_at(String expression, Instant from, Instant until, String expected) {
        assertThat(between(new Cron(expression, AMSTERDAM), from, until))
                .extracting(Instant::toString)
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            30 4 * * *    | true
            0 5 1 * 1-5   | true
            10 7-20 * * * | false
            0,30 2 * * *  | false
            */30 2 * * *  | false
            0 */12 * * *  | false
            * * * * *     | false
            """)
    void is_daily_when_no_day_has_two_of_its_times(String expression, boolean daily) {
        assertThat(new Cron(expression, AMSTERDAM).isDaily()).isEqualTo(daily);
    }

    @Test
    void whenever_it_is_asked_the_time_after_that_is_the_next_of_the_same_times() {
        for (String expression :
                List.of("30 2 * * *", "0,30 2,3 * * *", "*/20 1-4 * * *", "15 * * * *", "*/20 * * * *")) {
            Cron cron = new Cron(expression, AMSTERDAM);
            for (String night : List.of("2027-03-27", "2026-10-24")) {
                Instant from = Instant.parse(night + "T20:00:00Z");
                Instant until = from.plusSeconds(12 * 3600);
                List<Instant> times = between(cron, from, until);
                for (Instant asked = from;
                        asked.isBefore(until.minusSeconds(24 * 60));
                        asked = asked.plusSeconds(137)) {
                    Instant since = asked;
                    Optional<Instant> next =
                            times.stream().filter(since::isBefore).findFirst();
                    next.ifPresent(time -> assertThat(cron.after(since))
                            .as("%s after %s", expression, since)
                            .contains(time));
                }
            }
        }
    }

    @Test
    void a_zone_that_changes_its_clock_by_half_an_hour_runs_once_too() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
        assertThat(between(
                        new Cron("15 2 * * *", lordHowe),
                        Instant.parse("2026-10-03T12:00:00Z"),
                        Instant.parse("2026-10-04T12:00:00Z")))
                .containsExactly(Instant.parse("2026-10-03T15:45:00Z"));
        assertThat(between(
                        new Cron("45 1 * * *", lordHowe),
                        Instant.parse("2027-04-03T12:00:00Z"),
                        Instant.parse("2027-04-04T12:00:00Z")))
                .containsExactly(Instant.parse("2027-04-03T14:45:00Z"));
    }

    @Test
    void the_latest_of_the_times_that_have_come_is_known_with_how_many_came_before_it() {
        Cron cron = new Cron("30 2 * * *", AMSTERDAM);
        Instant first = Instant.parse("2026-10-23T00:30:00Z");

        assertThat(cron.latest(first, Instant.parse("2026-10-26T12:00:00Z")))
                .isEqualTo(new Cron.Latest(Instant.parse("2026-10-26T01:30:00Z"), 3));
        assertThat(cron.latest(first, first)).isEqualTo(new Cron.Latest(first, 0));
    }

    @Test
    void what_is_no_cron_expression_is_refused() {
        assertThatThrownBy(() -> new Cron("30 25 * * *", AMSTERDAM)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cron("daily", AMSTERDAM)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cron("0 0 31 2 *", AMSTERDAM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a day that no calendar has");
    }

    private static List<Instant> between(Cron cron, Instant from, Instant until) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> next = cron.after(from);
        while (next.isPresent() && next.get().isBefore(until)) {
            times.add(next.get());
            next = cron.after(next.get());
        }
        return times;
    }
}
