package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
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
        return new SignalMute(
                signal, wholeCustomer, Optional.of(SignalBook.day(until)), "closed for the winter", "els");
    }

    private static SignalMute unmute(boolean wholeCustomer) {
        return new SignalMute("S-000001", wholeCustomer, Optional.empty(), "open again", "jan");
    }

    @Test
    void a_mute_holds_from_the_day_that_was_told_for_and_names_the_customer() {
        assertThat(mute("S-000001", false, "02-10").keep(POSTGRES.owner())).isEqualTo(kept("02-10"));
        assertThat(book.rows("select status, muted_until_date from mart.signal"))
                .containsExactly("MUTED|2026-02-10");
        assertThat(book.rows("select muted_from, reason, muted_by from app.signal_mute"))
                .containsExactly("2026-01-20|closed for the winter|els");
    }

    private static SignalMute.Kept kept(String... until) {
        return new SignalMute.Kept(
                "Customer C1", Stream.of(until).map(SignalBook::day).findFirst());
    }

    @Test
    void the_newest_mute_of_the_same_holds_also_when_it_ends_sooner_and_readers_see_why() {
        mute("S-000001", false, "06-30").keep(POSTGRES.owner());
        assertThat(mute("S-000001", false, "01-25").keep(POSTGRES.owner())).isEqualTo(kept("01-25"));
        assertThat(book.rows("select * from mart.signal_mute"))
                .containsExactly("S-000001|f|2026-01-20|2026-01-25|closed for the winter|els");
        book.run("01-26");
        assertThat(book.rows("select status, muted_until_date from mart.signal"))
                .containsExactly("OPEN|null");
    }

    @Test
    void a_mute_is_taken_back_by_itself_and_one_of_the_whole_customer_holds_on() {
        assertThatThrownBy(() -> unmute(false).keep(POSTGRES.owner())).hasMessageContaining("not muted by itself");
        mute("S-000001", true, "03-31").keep(POSTGRES.owner());
        mute("S-000001", false, "06-30").keep(POSTGRES.owner());
        assertThat(unmute(false).keep(POSTGRES.owner())).isEqualTo(kept("03-31"));
        assertThat(unmute(true).keep(POSTGRES.owner())).isEqualTo(kept());
        assertThat(book.rows("select status from mart.signal")).containsExactly("OPEN");
        assertThat(book.rows("select count(*) from mart.signal_mute")).containsExactly("0");
        assertThatThrownBy(() -> unmute(true).keep(POSTGRES.owner())).hasMessageContaining("not muted as a whole");
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
        SignalMute forever = new SignalMute("S-000001", false, Optional.of(LocalDate.of(9999, 12, 31)), "never", "els");
        assertThatThrownBy(() -> forever.keep(POSTGRES.owner())).hasMessageContaining("until 2027-01-20");
        assertThatThrownBy(() -> new SignalMute("S-000001", false, Optional.empty(), " ", "els"))
                .hasMessageContaining("says why");
        assertThat(book.rows("select count(*) from app.signal_mute")).containsExactly("0");
    }
}
