package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.serving.SignalBook.Episode;

/** Somebody who was told of a customer says what became of it. */
class SignalFollowupTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    private static final SignalFollowup SEEN = new SignalFollowup(
            "S-000001",
            SignalBook.day("01-21"),
            " Els ",
            "ACKNOWLEDGED",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @TempDir
    private Path noMigrations = Path.of(".");

    private SignalBook book = new SignalBook(POSTGRES.owner(), 0);

    @BeforeEach
    void a_customer_who_was_told_of() {
        book = SignalBook.empty(POSTGRES.owner(), noMigrations);
        book.know(Episode.of("C1", "01-01", "01-20"));
        book.run("01-20");
        FreshDatabase.run(
                POSTGRES.owner(),
                "create table mart.report_followup_code (code_kind text, code text)",
                "insert into mart.report_followup_code values ('STATUS', 'ACKNOWLEDGED'), ('STATUS', 'ACTED'), ('CAUSE', 'PRICE')");
    }

    @Test
    void what_was_said_stands_beside_what_was_said_before_and_readers_see_both() {
        SEEN.keep(POSTGRES.owner());
        new SignalFollowup(
                        "S-000001",
                        SignalBook.day("01-23"),
                        "Els",
                        "ACTED",
                        Optional.of("PRICE"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal("1200.50")))
                .keep(POSTGRES.owner());
        assertThat(FreshDatabase.rows(
                        POSTGRES.owner(),
                        "select followup_id, signal_id, said_date, said_by, followup_status, cause_code, expected_amount, currency_code"
                                + " from mart.signal_followup order by followup_id"))
                .containsExactly(
                        "viewer-1|S-000001|2026-01-21|Els|ACKNOWLEDGED|null|null|EUR",
                        "viewer-2|S-000001|2026-01-23|Els|ACTED|PRICE|1200.5000|EUR");
    }

    @Test
    void what_was_said_is_never_changed() {
        SEEN.keep(POSTGRES.owner());
        assertThatThrownBy(() -> FreshDatabase.run(POSTGRES.owner(), "delete from app.signal_followup"))
                .hasStackTraceContaining("keeps what was told");
    }

    @Test
    void an_unknown_signal_an_unknown_code_no_name_and_an_amount_that_is_none_are_refused_with_what_to_do() {
        assertThatThrownBy(() -> said("S-7", "Els", "ACTED", null, null)).hasMessageContaining("no signal 'S-7'");
        assertThatThrownBy(() -> said("S-000001", "Els", "SOMEHOW", null, null))
                .hasMessageContaining("'SOMEHOW' is no status");
        assertThatThrownBy(() -> said("S-000001", "Els", "ACTED", "MOON", null))
                .hasMessageContaining("'MOON' is no cause");
        assertThatThrownBy(() -> said("S-000001", "  ", "ACTED", null, null)).hasMessageContaining("Give your name");
        assertThatThrownBy(() -> said("S-000001", "Els", "ACTED", null, "-1")).hasMessageContaining("zero or more");
        for (String amount : List.of("10000000000", "1e999999999", "1e-999999999", "-1e-999999999", "0.00001")) {
            assertThatThrownBy(() -> said("S-000001", "Els", "ACTED", null, amount))
                    .as(amount)
                    .hasMessageContaining("at most 4 decimals");
        }
        assertThat(book.rows("select count(*) from app.signal_followup")).containsExactly("0");
    }

    private static void said(
            String signal, String by, String status, @Nullable String cause, @Nullable String expected) {
        new SignalFollowup(
                        signal,
                        SignalBook.day("01-21"),
                        by,
                        status,
                        Optional.ofNullable(cause),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(expected).map(BigDecimal::new))
                .keep(POSTGRES.owner());
    }
}
