package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.serving.SignalBook.Episode;

/** What was told when late data move, split, merge, take away or bring back the episode it was told of. */
class SignalLateDataTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    private static final Episode QUIET = Episode.of("C1", "01-01", "01-20");

    @TempDir
    private Path noMigrations = Path.of(".");

    private SignalBook book = new SignalBook(POSTGRES.owner(), 14);

    @BeforeEach
    void a_signal_was_told_on_the_day_of_the_alarm() {
        book = SignalBook.empty(POSTGRES.owner(), noMigrations);
        book.know(QUIET);
        book.run("01-20");
    }

    @Test
    void an_episode_whose_dates_are_moved_is_not_told_twice_and_what_was_told_stays() {
        book.know(Episode.of("C1", "01-08", "01-21"));
        assertThat(book.run("01-21")).isEqualTo(Registered.NOTHING);
        book.know(new Episode(
                "C1", "", LocalDate.of(2025, 12, 12), LocalDate.of(2026, 1, 2), Optional.empty(), "ORDERED"));
        assertThat(book.run("01-22")).isEqualTo(Registered.NOTHING);
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 OPEN");
    }

    @Test
    void an_alarm_that_is_moved_past_the_day_withdraws_the_signal_until_it_comes() {
        book.know(Episode.of("C1", "01-10", "01-29"));
        assertThat(book.run("01-21")).isEqualTo(new Registered(0, 0, 1, 0, 0, 0));
        assertThat(book.rows("select status, withdrawn_date, days_open from mart.signal"))
                .containsExactly("WITHDRAWN|2026-01-21|1");
        assertThat(book.run("01-28")).isEqualTo(Registered.NOTHING);
        assertThat(book.run("01-29")).isEqualTo(new Registered(0, 0, 0, 1, 0, 0));
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 OPEN");
    }

    @Test
    void an_episode_that_is_taken_away_withdraws_its_signal_and_the_same_one_opens_when_it_is_back() {
        book.know();
        assertThat(book.run("01-21")).isEqualTo(new Registered(0, 0, 1, 0, 0, 0));
        assertThat(book.run("01-22")).isEqualTo(Registered.NOTHING);
        assertThat(book.rows("select reason from mart.signal_event where event = 'WITHDRAWN'"))
                .containsExactly("late data or a changed rule took it away");
        book.know(QUIET);
        assertThat(book.run("01-23")).isEqualTo(new Registered(0, 0, 0, 1, 0, 0));
        assertThat(book.events())
                .containsExactly("S-000001 RAISED 01-20", "S-000001 WITHDRAWN 01-21", "S-000001 REOPENED 01-23");
    }

    @Test
    void an_order_that_took_the_episode_away_begins_another_one_after_the_cooldown() {
        book.know(Episode.of("C1", "01-20", "01-30"));
        assertThat(book.run("01-21").withdrawn()).isOne();
        assertThat(book.run("01-30")).isEqualTo(new Registered(0, 0, 0, 0, 0, 1));
        assertThat(book.run("02-04").raised()).isOne();
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 WITHDRAWN", "S-000002 C1 01-20 OPEN");
    }

    @Test
    void an_episode_that_had_not_ended_after_all_opens_the_same_signal_again() {
        book.know(QUIET.closed("01-26"), Episode.of("C1", "01-26", "02-10"));
        assertThat(book.run("01-27").closed()).isOne();
        book.know(QUIET);
        assertThat(book.run("02-11")).isEqualTo(new Registered(0, 0, 0, 1, 0, 0));
        assertThat(book.rows("select status, closed_date, closed_reason, days_open from mart.signal"))
                .containsExactly("OPEN|null|null|22");
        book.know(QUIET.closed("02-12"));
        assertThat(book.run("02-12").closed()).isOne();
        assertThat(book.rows("select closed_date from mart.signal")).containsExactly("2026-02-12");
    }

    @Test
    void an_episode_that_is_split_stays_with_its_signal_while_a_part_of_it_stands() {
        book.run("02-20");
        book.know(QUIET.closed("01-25"), Episode.of("C1", "01-25", "02-12"));
        assertThat(book.run("02-21")).isEqualTo(Registered.NOTHING);
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 OPEN");
        book.know(QUIET.closed("01-25"), Episode.of("C1", "01-25", "02-12").closed("02-22"));
        assertThat(book.run("02-22").closed()).isOne();
        assertThat(book.rows("select closed_date from mart.signal")).containsExactly("2026-02-22");
    }

    @Test
    void the_part_of_a_split_episode_whose_alarm_is_still_to_come_is_told_then_as_another_signal() {
        book.run("02-20");
        book.know(QUIET.closed("02-01"), Episode.of("C1", "02-01", "02-25"));
        assertThat(book.run("02-21").closed()).isOne();
        assertThat(book.run("02-25").raised()).isOne();
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 CLOSED", "S-000002 C1 02-01 OPEN");
    }

    @Test
    void episodes_that_are_merged_leave_one_open_signal() {
        Episode first = QUIET.closed("01-26");
        book.know(first, Episode.of("C1", "01-26", "02-14"));
        book.run("01-27");
        assertThat(book.run("02-14").raised()).isOne();
        book.know(QUIET);
        assertThat(book.run("02-15")).isEqualTo(Registered.NOTHING);
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 CLOSED", "S-000002 C1 01-26 OPEN");
    }

    @Test
    void an_end_that_is_moved_tells_neither_its_own_signal_nor_the_next_one_again() {
        book.know(QUIET.closed("01-26"), Episode.of("C1", "01-26", "02-14"));
        book.run("01-27");
        book.run("02-14");
        book.know(QUIET.closed("01-24"), Episode.of("C1", "01-24", "02-12"));
        assertThat(book.run("02-15")).isEqualTo(Registered.NOTHING);
        book.know(QUIET.closed("01-28"), Episode.of("C1", "01-28", "02-16"));
        assertThat(book.run("02-15")).isEqualTo(new Registered(0, 0, 1, 0, 0, 0));
        assertThat(book.run("02-16")).isEqualTo(new Registered(0, 0, 0, 1, 0, 0));
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 CLOSED", "S-000002 C1 01-26 OPEN");
    }

    @Test
    void an_order_from_before_the_telling_closes_the_signal_on_the_day_of_the_order() {
        book.run("01-25");
        book.know(Episode.of("C1", "01-01", "01-15").closed("01-18"));
        assertThat(book.run("01-26").closed()).isOne();
        assertThat(book.rows("select closed_date, days_open from mart.signal")).containsExactly("2026-01-18|0");
    }

    @Test
    void an_episode_that_begins_with_the_order_that_closed_a_signal_is_another_one_whatever_becomes_of_the_first() {
        book.know(QUIET.closed("01-26"));
        book.run("01-26");
        book.know(Episode.of("C1", "01-26", "02-14"));
        assertThat(book.run("02-14")).isEqualTo(new Registered(1, 0, 0, 0, 0, 0));
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 CLOSED", "S-000002 C1 01-26 OPEN");
    }

    @Test
    void a_closed_signal_whose_order_was_of_an_earlier_day_stays_closed_and_the_next_episode_is_told() {
        book.know(QUIET.closed("01-26"));
        book.run("01-26");
        book.know(QUIET.closed("01-24"), Episode.of("C1", "01-24", "02-12"));
        assertThat(book.run("02-12")).isEqualTo(new Registered(1, 0, 0, 0, 0, 0));
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 CLOSED", "S-000002 C1 01-24 OPEN");
    }
}
