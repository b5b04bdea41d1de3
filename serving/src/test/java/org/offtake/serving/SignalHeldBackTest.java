package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.serving.SignalBook.Episode;

/** What is not told for now: somebody asked to hear no more of it, or it was told of only days ago. */
class SignalHeldBackTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    private static final Episode QUIET = Episode.of("C1", "01-01", "01-20");
    private static final Registered MUTED = new Registered(0, 0, 0, 0, 1, 0);
    private static final Registered COOLING = new Registered(0, 0, 0, 0, 0, 1);

    @TempDir
    private Path noMigrations = Path.of(".");

    private SignalBook book = new SignalBook(POSTGRES.owner(), 14);

    @BeforeEach
    void an_episode_of_a_customer() {
        book = SignalBook.empty(POSTGRES.owner(), noMigrations);
        book.know(QUIET);
    }

    @Test
    void a_muted_customer_is_not_told_of_until_the_day_after_the_mute() {
        book.mute("C1", "01-20", "01-22");
        assertThat(book.run("01-20")).isEqualTo(MUTED);
        assertThat(book.run("01-22")).isEqualTo(MUTED);
        assertThat(book.run("01-23")).isEqualTo(new Registered(1, 0, 0, 0, 0, 0));
    }

    @Test
    void a_mute_that_is_still_to_begin_or_of_another_customer_holds_nothing_back() {
        book.mute("C1", "01-21", "01-22");
        book.mute("C2", "01-01", "01-31");
        assertThat(book.run("01-20").raised()).isOne();
    }

    @Test
    void a_mute_may_be_of_one_rule_one_system_and_one_subject() {
        book.know(QUIET, QUIET.about("TUBING"), QUIET.about("GLOVES"));
        FreshDatabase.run(
                POSTGRES.owner(),
                "insert into app.signal_mute"
                        + " (rule_code, source_system, company_code, party_id, subject, muted_from, muted_until, reason,"
                        + " muted_by) values"
                        + " ('QUIET', 'shop', 'NL', 'C1', 'TUBING', '2026-01-01', '2026-12-31', 'discontinued', 'els'),"
                        + " ('OTHER', null, 'NL', 'C1', null, '2026-01-01', '2026-12-31', 'another rule', 'els'),"
                        + " (null, 'till', 'NL', 'C1', null, '2026-01-01', '2026-12-31', 'another system', 'els'),"
                        + " (null, null, 'BE', 'C1', null, '2026-01-01', '2026-12-31', 'another company', 'els')");
        assertThat(book.run("01-20")).isEqualTo(new Registered(2, 0, 0, 0, 1, 0));
        assertThat(book.rows("select subject from mart.signal order by 1")).containsExactly("", "GLOVES");
    }

    @Test
    void a_signal_that_was_told_is_shown_as_muted_while_it_is_open_and_the_mute_lasts() {
        book.run("01-20");
        book.mute("C1", "01-21", "01-22");
        assertThat(book.run("01-21")).isEqualTo(Registered.NOTHING);
        assertThat(book.rows("select status, muted_until_date from mart.signal"))
                .containsExactly("MUTED|2026-01-22");
        book.run("01-23");
        assertThat(book.rows("select status, muted_until_date from mart.signal"))
                .containsExactly("OPEN|null");
        book.mute("C1", "01-24", "01-30");
        book.know(QUIET.closed("01-24"));
        assertThat(book.run("01-24").closed()).isOne();
        assertThat(book.rows("select status, muted_until_date from mart.signal"))
                .containsExactly("CLOSED|null");
    }

    @Test
    void a_mute_needs_a_reason_and_does_not_end_before_the_day_on_which_one_is_taken_back() throws SQLException {
        try (Connection connection = POSTGRES.owner().connect()) {
            String into =
                    "insert into app.signal_mute (company_code, party_id, muted_from, muted_until, reason, muted_by)";
            for (String wrong : new String[] {
                "'2026-01-01', '2026-01-02', ' ', 'els'", "'2026-01-03', '2026-01-01', 'holiday', 'els'"
            }) {
                assertThat(catchThrowableOfType(
                                        SQLException.class,
                                        () -> FreshDatabase.run(
                                                connection, into + " values ('NL', 'C1', " + wrong + ")"))
                                .getSQLState())
                        .isEqualTo("23514");
            }
        }
    }

    @Test
    void a_subject_whose_signal_was_closed_is_not_told_of_again_within_the_cooldown() {
        book.run("01-20");
        book.know(QUIET.closed("01-26"), Episode.of("C1", "01-26", "02-01"));
        book.run("01-26");
        assertThat(book.run("02-08")).isEqualTo(COOLING);
        assertThat(book.cooling(0).run("02-08").raised()).isOne();
    }

    @Test
    void it_is_told_when_the_cooldown_is_over_and_it_still_stands() {
        book.run("01-20");
        book.know(QUIET.closed("01-26"), Episode.of("C1", "01-26", "02-01"));
        assertThat(book.run("02-08")).isEqualTo(new Registered(0, 1, 0, 0, 0, 1));
        assertThat(book.run("02-09")).isEqualTo(new Registered(1, 0, 0, 0, 0, 0));
    }

    @Test
    void more_of_the_same_is_told_at_once_in_the_place_of_what_it_replaces() {
        book.run("01-20");
        book.know(QUIET.replaced("01-26"), Episode.of("C1", "01-26", "01-27"));
        assertThat(book.run("01-27")).isEqualTo(new Registered(1, 1, 0, 0, 0, 0));
    }

    @Test
    void the_cooldown_of_one_subject_holds_no_other_one_back() {
        book.run("01-20");
        book.know(QUIET.closed("01-26"), Episode.of("C1", "01-20", "01-26").about("TUBING"));
        assertThat(book.run("01-26")).isEqualTo(new Registered(1, 1, 0, 0, 0, 0));
    }

    @Test
    void a_cooldown_below_zero_is_refused() {
        assertThat(catchThrowableOfType(
                        ServingException.class, () -> book.cooling(-1).run("01-20")))
                .hasMessageContaining("-1 days");
    }
}
