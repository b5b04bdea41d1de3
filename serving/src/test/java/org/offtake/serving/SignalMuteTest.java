package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.serving.SignalBook.Episode;

/** Somebody who was told of a customer asks to hear no more of it for now. */
class SignalMuteTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    private static final Episode QUIET = Episode.of("C1", "01-01", "01-20");

    @TempDir
    private Path noMigrations = Path.of(".");

    private SignalBook book = new SignalBook(POSTGRES.owner(), 0);

    @BeforeEach
    void a_customer_who_was_told_of() {
        book = SignalBook.empty(POSTGRES.owner(), noMigrations).cooling(0);
        book.know(QUIET);
        book.run("01-20");
    }

    private static SignalMute mute(String signal, boolean wholeCustomer, String until) {
        return new SignalMute(signal, wholeCustomer, SignalBook.day(until), "closed for the winter", "els");
    }

    @Test
    void a_mute_holds_from_the_day_that_was_told_for_and_names_the_customer() {
        assertThat(mute("S-000001", false, "02-10").keep(POSTGRES.owner())).isEqualTo("Customer C1");
        assertThat(book.rows("select status, muted_until_date from mart.signal"))
                .containsExactly("MUTED|2026-02-10");
        assertThat(book.rows("select muted_from, reason, muted_by from app.signal_mute"))
                .containsExactly("2026-01-20|closed for the winter|els");
    }

    @Test
    void another_subject_of_the_customer_is_told_of_unless_the_whole_customer_is_muted() {
        mute("S-000001", false, "02-10").keep(POSTGRES.owner());
        book.know(QUIET, QUIET.about("TUBING"));
        assertThat(book.run("01-21").raised()).isOne();
        mute("S-000001", true, "02-10").keep(POSTGRES.owner());
        book.know(QUIET, QUIET.about("TUBING"), QUIET.about("GLOVES"));
        assertThat(book.run("01-22")).isEqualTo(new Registered(0, 0, 0, 0, 1, 0));
    }

    @Test
    void an_unknown_signal_a_day_that_is_over_and_a_mute_without_a_reason_are_refused_with_what_to_do() {
        assertThatThrownBy(() -> mute("S-1", false, "02-10").keep(POSTGRES.owner()))
                .hasMessageContaining("no signal 'S-1'")
                .hasMessageContaining("signals list");
        assertThatThrownBy(() -> mute("S-000001", false, "01-19").keep(POSTGRES.owner()))
                .hasMessageContaining("2026-01-20");
        assertThatThrownBy(() -> new SignalMute("S-000001", false, SignalBook.day("02-10"), " ", "els"))
                .hasMessageContaining("says why");
        assertThat(book.rows("select count(*) from app.signal_mute")).containsExactly("0");
    }
}
