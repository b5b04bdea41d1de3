package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.offtake.serving.SignalBook.day;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.models.SignalShape;
import org.offtake.serving.SignalBook.Episode;

/** The life of a signal while no late data come. */
class SignalRegisterTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    private static final Episode QUIET = Episode.of("C1", "01-01", "01-20");

    @TempDir
    private Path noMigrations = Path.of(".");

    private SignalBook book = new SignalBook(POSTGRES.owner(), 14);

    @BeforeEach
    void an_empty_book() {
        book = SignalBook.empty(POSTGRES.owner(), noMigrations);
    }

    @Test
    void an_episode_is_told_on_the_day_of_its_alarm_and_not_before() {
        book.know(QUIET);
        assertThat(book.run("01-19")).isEqualTo(Registered.NOTHING);
        assertThat(book.signals()).isEmpty();
        assertThat(book.run("01-20")).isEqualTo(new Registered(1, 0, 0, 0, 0, 0));
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 OPEN");
        assertThat(book.events()).containsExactly("S-000001 RAISED 01-20");
        assertThat(book.rows("select raised_date, days_open, text_en, stake_amount, model, raised_run_id is not null"
                        + " from mart.signal"))
                .containsExactly("2026-01-20|0|C1 is quiet since 2026-01-01|8400.0000|signal_quiet|t");
    }

    @Test
    void an_episode_that_ended_before_anybody_was_told_is_not_told() {
        book.know(QUIET.closed("01-24"));
        assertThat(book.run("01-24")).isEqualTo(Registered.NOTHING);
    }

    @Test
    void an_episode_that_ends_after_the_business_date_is_told_as_it_stands() {
        book.know(QUIET.closed("01-24"));
        assertThat(book.run("01-23").raised()).isOne();
        assertThat(book.run("01-24").closed()).isOne();
    }

    @Test
    void a_signal_is_closed_on_the_day_on_which_its_episode_ended_and_the_next_episode_is_another_signal() {
        book.know(QUIET);
        book.run("01-20");
        book.know(QUIET.closed("01-26"), Episode.of("C1", "01-26", "02-14"));
        assertThat(book.run("01-27")).isEqualTo(new Registered(0, 1, 0, 0, 0, 0));
        assertThat(book.rows("select status, closed_date, closed_reason, days_open from mart.signal"))
                .containsExactly("CLOSED|2026-01-26|ORDERED|6");
        assertThat(book.run("02-14").raised()).isOne();
        assertThat(book.signals()).containsExactly("S-000001 C1 01-01 CLOSED", "S-000002 C1 01-26 OPEN");
    }

    @Test
    void days_without_a_run_change_nothing_in_what_is_told() {
        book.know(QUIET);
        book.run("01-20");
        book.know(QUIET.closed("01-26"), Episode.of("C1", "01-26", "02-14"));
        assertThat(book.run("03-01")).isEqualTo(new Registered(1, 1, 0, 0, 0, 0));
        assertThat(book.events())
                .containsExactly("S-000001 RAISED 01-20", "S-000001 CLOSED 01-26", "S-000002 RAISED 03-01");
    }

    @Test
    void a_second_run_of_the_day_adds_nothing_and_neither_does_a_backfill() {
        book.know(QUIET, Episode.of("C2", "01-02", "01-19").closed("02-02"));
        book.run("01-20");
        List<String> events = book.events();
        assertThat(book.run("01-20")).isEqualTo(Registered.NOTHING);
        book.know(QUIET.closed("01-21"), Episode.of("C3", "01-01", "01-10"));
        assertThat(book.run("01-19")).isEqualTo(Registered.NOTHING);
        assertThat(book.events()).isEqualTo(events).hasSize(2);
        assertThat(book.rows("select business_date from app.signal_day")).containsExactly("2026-01-20");
    }

    @Test
    void customers_subjects_and_tables_are_told_apart() {
        FreshDatabase.run(POSTGRES.owner(), "create table mart.signal_other (like mart.signal_quiet)");
        book.know(QUIET, QUIET.about("TUBING"), Episode.of("C2", "01-01", "01-20"));
        FreshDatabase.run(POSTGRES.owner(), "insert into mart.signal_other select * from mart.signal_quiet");
        List<MartTable> both = List.of(SignalBook.QUIET, new MartTable("signal_other"));
        assertThat(book.run(day("01-20"), both).raised()).isEqualTo(6);
        book.know(QUIET);
        assertThat(book.run(day("01-21"), both)).isEqualTo(new Registered(0, 0, 2, 0, 0, 0));
        assertThat(book.rows("select model, count(*) from mart.signal where status = 'OPEN' group by model order by 1"))
                .containsExactly("signal_other|3", "signal_quiet|1");
    }

    @Test
    void signals_of_a_model_that_is_gone_do_not_stay_open_for_ever() {
        book.know(QUIET);
        book.run("01-20");
        assertThat(book.run(day("01-21"), List.of()).withdrawn()).isOne();
        assertThat(book.rows("select reason from mart.signal_event where event = 'WITHDRAWN'"))
                .containsExactly("its model is no longer published");
        assertThat(book.run(day("01-22"), List.of())).isEqualTo(Registered.NOTHING);
        assertThat(book.run("01-23").reopened()).isOne();
    }

    @Test
    void a_publication_that_is_killed_has_told_nothing() throws SQLException {
        book.know(QUIET);
        long run = Runs.start(POSTGRES.owner(), day("01-20"));
        try (Connection killed = POSTGRES.owner().connect("killed run");
                Publication publication = Publication.begin(killed, run)) {
            assertThat(new SignalRegister(List.of(SignalBook.QUIET), Telling.cooling(14))
                            .register(killed, run, day("01-20"))
                            .raised())
                    .isOne();
            assertThat(book.signals()).as("before the commit").isEmpty();
            FreshDatabase.run(
                    POSTGRES.owner(),
                    "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                            + " where application_name = 'killed run'");
            assertThat(catchThrowableOfType(ServingException.class, () -> publication.commit(Map.of())))
                    .isNotNull();
        }
        assertThat(book.signals()).isEmpty();
        assertThat(book.rows("select * from app.signal_day")).isEmpty();
        assertThat(book.run("01-20").raised()).isOne();
    }

    @Test
    void it_works_inside_a_transaction_only_and_says_so() throws SQLException {
        try (Connection connection = POSTGRES.owner().connect()) {
            SignalRegister register = new SignalRegister(List.of(SignalBook.QUIET), Telling.cooling(14));
            assertThat(catchThrowableOfType(
                            ServingException.class, () -> register.register(connection, 1, day("01-20"))))
                    .hasMessageContaining("between the beginning and the commit of the publication");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signal", "signal_event", "signal_mute", "signal_day"})
    void what_was_told_is_never_changed_or_deleted(String table) throws SQLException {
        book.know(QUIET);
        book.run("01-20");
        book.mute("C9", "01-01", "01-31");
        List<String> before = book.rows("select * from app." + table);
        assertThat(before).hasSize(1);
        try (Connection connection = POSTGRES.owner().connect()) {
            refuses(connection, "delete from app." + table);
            refuses(connection, "truncate app." + table + " cascade");
            String column = table.equals("signal_day") || table.equals("signal_event") ? "recorded_at" : "party_id";
            refuses(connection, "update app." + table + " set " + column + " = " + column);
        }
        assertThat(book.rows("select * from app." + table)).isEqualTo(before);
    }

    @Test
    void the_reader_sees_signals_and_what_became_of_them_but_not_who_muted_what() throws SQLException {
        book.know(QUIET, Episode.of("C2", "01-01", "01-20"));
        book.run("01-20");
        book.mute("C2", "01-20", "01-31");
        Roles.letReaderIn(POSTGRES.owner(), POSTGRES.reader().password());
        assertThat(FreshDatabase.rows(POSTGRES.reader(), "select signal_id, status from mart.signal order by 1"))
                .containsExactly("S-000001|OPEN", "S-000002|MUTED");
        assertThat(FreshDatabase.rows(POSTGRES.reader(), "select signal_id, event from mart.signal_event"))
                .hasSize(2);
        try (Connection reader = POSTGRES.reader().connect()) {
            refuses(reader, "select * from app.signal_mute");
            refuses(reader, "select * from app.signal");
        }
    }

    @Test
    void the_register_keeps_every_column_of_the_shape_but_how_the_episode_ended() {
        String told = """
                select attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then '' else ' null' end
                from pg_attribute where attrelid = 'app.signal'::regclass and attnum > 0 order by attnum
                """;
        List<String> kept = List.of("signal_number bigint", "signal_id text", "model text");
        List<String> raised = List.of(
                "raised_date date",
                "raised_run_id bigint",
                "hold_out_stratum text null",
                "held_out_until_date date null");
        assertThat(book.rows(told))
                .containsExactlyInAnyOrderElementsOf(Stream.of(kept, SignalShape.toldInPostgres(), raised)
                        .flatMap(List::stream)
                        .toList());
    }

    private static void refuses(Connection connection, String sql) {
        SQLException refusal = catchThrowableOfType(SQLException.class, () -> FreshDatabase.run(connection, sql));
        assertThat(refusal.getSQLState()).as(sql).isEqualTo("42501");
    }
}
