package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.serving.SignalBook.Episode;

/** Whatever comes late, people have one open signal of what stands, and of nothing else. */
class SignalHistoryTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int CUSTOMERS = 9;
    private static final int DAYS = 60;
    private static final int PATIENCE = 9;

    private static final String STANDING = """
            select distinct party_id from mart.signal_quiet
            where alarm_date <= '%1$s' and (closed_date is null or closed_date > '%1$s') order by 1
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void what_is_open_is_what_stands_after_any_history(long seed, @TempDir Path noMigrations) {
        SignalBook book = SignalBook.empty(POSTGRES.owner(), noMigrations).cooling(0);
        Random random = new Random(seed);
        List<List<LocalDate>> orders = IntStream.range(0, CUSTOMERS)
                .<List<LocalDate>>mapToObj(customer -> new ArrayList<>(List.of(FIRST)))
                .toList();
        for (LocalDate today = FIRST.plusDays(1);
                today.isBefore(FIRST.plusDays(DAYS));
                today = today.plusDays(1 + random.nextInt(2))) {
            for (List<LocalDate> days : orders) {
                change(days, today, random);
            }
            book.know(episodes(orders));
            book.run(today, List.of(SignalBook.QUIET));
            assertThat(book.rows("select party_id from mart.signal where status = 'OPEN' order by 1"))
                    .as("open on %s", today)
                    .isEqualTo(book.rows(STANDING.formatted(today)));
            assertThat(book.run(today, List.of(SignalBook.QUIET))).isEqualTo(Registered.NOTHING);
        }
        assertThat(book.rows("select party_id, since_date from mart.signal group by 1, 2 having count(*) > 1"))
                .as("told twice")
                .isEmpty();
        assertThat(book.signals()).hasSizeGreaterThan(3);
        assertThat(book.rows("select event from app.signal_event group by event order by 1"))
                .containsExactly("CLOSED", "RAISED", "REOPENED", "WITHDRAWN");
    }

    /** An order of today, one that comes late, or one that is cancelled. */
    private static void change(List<LocalDate> days, LocalDate today, Random random) {
        switch (random.nextInt(14)) {
            case 0 -> days.add(today);
            case 1, 2 -> days.add(today.minusDays(random.nextInt(2 * PATIENCE)));
            case 3, 4 -> {
                if (days.size() > 1) {
                    days.remove(random.nextInt(days.size()));
                }
            }
            default -> {} // nothing came of this customer
        }
    }

    /** From each order to the next, where that took longer than a customer takes; all that are still to come too. */
    private static Episode[] episodes(List<List<LocalDate>> orders) {
        List<Episode> episodes = new ArrayList<>();
        for (int customer = 0; customer < orders.size(); customer++) {
            List<LocalDate> days =
                    orders.get(customer).stream().distinct().sorted().toList();
            for (int order = 0; order < days.size(); order++) {
                LocalDate alarm = days.get(order).plusDays(PATIENCE);
                Optional<LocalDate> next =
                        order + 1 < days.size() ? Optional.of(days.get(order + 1)) : Optional.empty();
                if (next.isEmpty() || next.get().isAfter(alarm)) {
                    episodes.add(new Episode("C" + customer, "", days.get(order), alarm, next, "ORDERED"));
                }
            }
        }
        return episodes.toArray(Episode[]::new);
    }

    @Test
    @Timeout(30)
    void a_hundred_thousand_episodes_are_looked_through_in_seconds(@TempDir Path noMigrations) {
        SignalBook book = SignalBook.empty(POSTGRES.owner(), noMigrations);
        FreshDatabase.run(POSTGRES.owner(), """
                insert into mart.signal_quiet
                select 'QUIET', 'CADENCE', 'shop', 'NL', 'C' || number % 20000, '', day, day + 9, 'Customer', 7, null, 'REP',
                    0.9, 0.04, 1, 1, 1, 1, 'EUR', null, null, 'stil', 'quiet',
                    case when number < 80000 or number % 3 = 0 then day + 10 end, 'ORDERED', 0
                from (
                    select number, date '2026-01-01' + 20 * (number / 20000) as day
                    from generate_series(0, 99999) as number
                ) as episode
                """);
        assertThat(book.run("04-01")).isEqualTo(new Registered(13_333, 0, 0, 0, 0, 0));
        FreshDatabase.run(
                POSTGRES.owner(),
                "update mart.signal_quiet set closed_date = '2026-04-02' where closed_date is null",
                "insert into mart.signal_quiet select rule_code, signal_kind, source_system, company_code, party_id,"
                        + " subject, closed_date, closed_date + 1, party_name, rep_key, rep_name, recipient, probability, chance,"
                        + " 1, 1, 1, 1, 'EUR', null, null, 'stil', 'quiet', null, null, 0"
                        + " from mart.signal_quiet where closed_date = '2026-04-02'");
        assertThat(book.run("04-02")).isEqualTo(new Registered(0, 13_333, 0, 0, 0, 0));
        assertThat(book.run("04-03")).isEqualTo(new Registered(0, 0, 0, 0, 0, 13_333));
        assertThat(book.run("04-16")).isEqualTo(new Registered(13_333, 0, 0, 0, 0, 0));
    }
}
