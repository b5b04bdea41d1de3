package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Chance keeps a few signals from people for a time, never the largest. */
class HoldOutTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    @TempDir
    private Path noMigrations = Path.of(".");

    private SignalBook book = new SignalBook(POSTGRES.owner(), 0);

    @BeforeEach
    void two_hundred_customers_left_their_pattern() {
        book = SignalBook.empty(POSTGRES.owner(), noMigrations);
        know("STOPPED", 1, 200);
    }

    private static void know(String kind, int first, int last) {
        FreshDatabase.run(
                POSTGRES.owner(),
                "insert into mart.signal_quiet (rule_code, signal_kind, source_system, company_code, party_id, subject, since_date,"
                        + " alarm_date, rep_key, recipient, probability, stake_amount, predicted_amount, currency_code, text_nl, text_en)"
                        + " select 'D04', '" + kind
                        + "', 'shop', 'NL', 'C' || number, '', '2026-01-01', '2026-01-10', 7,"
                        + " case when number % 10 = 0 then 'SUPPLY' else 'REP' end, 0.9, number * 100, 0, 'EUR', 'stil', 'quiet'"
                        + " from generate_series(" + first + ", " + last + ") as number");
    }

    private SignalBook holdingOut(int percent) {
        return new SignalBook(POSTGRES.owner(), new Telling(0, Optional.of(new Telling.HoldOut(percent, 28))));
    }

    private long held(String where) {
        return Long.parseLong(
                book.rows("select count(*) from mart.signal where status = 'HELD_OUT' and (" + where + ")")
                        .get(0));
    }

    @Test
    void everybody_is_shown_everything_unless_the_house_holds_out() {
        book.run("01-10");
        assertThat(book.rows("select distinct status || coalesce(hold_out_stratum, '') from mart.signal"))
                .containsExactly("OPEN");
    }

    @Test
    void one_in_so_many_of_each_half_is_held_out_and_none_of_the_largest_fifth_nor_of_another_recipient() {
        assertThat(holdingOut(20).run("01-10").raised()).isEqualTo(200);
        assertThat(held("stake_amount <= 10050 and hold_out_stratum like '%/SMALL'"))
                .isEqualTo(18);
        assertThat(held("stake_amount > 10050 and hold_out_stratum like '%/MEDIUM'"))
                .isBetween(10L, 11L);
        assertThat(held("stake_amount > 16020 or recipient <> 'REP'")).isZero();
    }

    @Test
    void what_chance_chose_has_nothing_to_do_with_the_order_of_money() {
        holdingOut(20).run("01-10");
        long small = held("hold_out_stratum like '%/SMALL' and stake_amount <= 5000");
        assertThat(small).as("of 18 in two quarters").isBetween(4L, 14L);
    }

    @Test
    void who_is_held_out_is_shown_after_its_days_and_counted_with_those_of_later_days() {
        SignalBook book = holdingOut(20);
        book.run("01-10");
        long first = held("true");
        know("SLOWER", 1, 1);
        know("STOPPED", 201, 205);
        book.run("01-11");
        assertThat(held("true")).isBetween(first, first + 2);
        book.run("02-06");
        assertThat(held("raised_date = '2026-01-10'")).isEqualTo(first);
        book.run("02-07");
        assertThat(held("raised_date = '2026-01-10'")).isZero();
        assertThat(book.rows("select distinct status from mart.signal where raised_date = '2026-01-10'"))
                .containsExactly("OPEN");
    }

    @Test
    void with_fewer_than_ten_to_compare_with_none_is_held_out() {
        FreshDatabase.run(POSTGRES.owner(), "delete from mart.signal_quiet where stake_amount > 900");
        holdingOut(50).run("01-10");
        assertThat(held("true")).isZero();
    }

    @Test
    void a_share_that_hides_most_is_refused() {
        assertThatThrownBy(() -> new Telling.HoldOut(60, 28)).hasMessageContaining("1 to 50");
        assertThatThrownBy(() -> new Telling.HoldOut(10, 0)).hasMessageContaining("days");
    }
}
