package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.offtake.serving.FreshDatabase.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    private static final MartTable REVENUE = new MartTable("kpi_revenue");
    private static final List<String> COLUMNS = List.of("shop", "day", "amount");
    private static final List<String> UNIT = List.of("shop", "day");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final Map<String, TableVersion> MANIFEST = Map.of(
            "gold.fact_order_line", new TableVersion(12, "a-b"), "gold.dim_party", new TableVersion(3, "c \"d\" \\ e"));
    private static final String ALL = "select shop, day, amount from mart.kpi_revenue order by 1, 2, 3";

    private final Connection connection = POSTGRES.owner().connect();
    private long run;

    @BeforeAll
    static void migrate(@TempDir Path migrations) {
        Migrations.migrate(POSTGRES.owner(), migrations);
    }

    @BeforeEach
    void yesterday() {
        FreshDatabase.run(
                POSTGRES.owner(),
                "drop table if exists mart.kpi_revenue",
                "create table mart.kpi_revenue (shop text, day date, amount numeric(18, 2) not null)",
                "insert into mart.kpi_revenue values ('a', '2026-03-02', 1), ('a', '2026-03-02', 2),"
                        + " ('a', '2026-03-03', 3), ('b', '2026-03-02', 4), (null, '2026-03-02', 5), (null, null, 6),"
                        + " ('b', null, 7)",
                "delete from app.consumed");
        run = Runs.start(POSTGRES.owner(), TUESDAY);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void units_are_replaced_whole_and_null_is_a_unit() throws SQLException {
        try (Publication publication = Publication.begin(connection, run)) {
            StagedRows units = publication.stage(
                    REVENUE, UNIT, list(row("a", MONDAY), row(null, MONDAY), row("b", null), row("new", TUESDAY)));
            StagedRows rows = publication.stage(
                    REVENUE, COLUMNS, list(row("a", MONDAY, 10L), row("b", null, 70L), row("new", TUESDAY, 80L)));
            assertThat(publication.replaceUnits(units, rows)).isEqualTo(new Replaced(4, 3));
            publication.commit(MANIFEST);
        }
        assertThat(rows(connection, ALL))
                .containsExactly(
                        "a|2026-03-02|10.00",
                        "a|2026-03-03|3.00",
                        "b|2026-03-02|4.00",
                        "b|null|70.00",
                        "new|2026-03-03|80.00",
                        "null|null|6.00");
        Run published = Runs.published(connection).orElseThrow();
        assertThat(published.runId()).isEqualTo(run);
        assertThat(published.businessDate()).isEqualTo(TUESDAY);
        assertThat(published.status()).isEqualTo(RunStatus.PUBLISHED);
        assertThat(published.finishedAt()).isPresent();
        assertThat(published.manifest()).isEqualTo(MANIFEST);
        assertThat(Runs.find(connection, run)).contains(published);
    }

    @Test
    void a_new_row_outside_the_units_to_replace_is_refused() {
        try (Publication publication = Publication.begin(connection, run)) {
            StagedRows units = publication.stage(REVENUE, UNIT, list(row("a", MONDAY), row(null, MONDAY)));
            StagedRows rows = publication.stage(
                    REVENUE, COLUMNS, list(row("a", MONDAY, 1L), row(null, MONDAY, 1L), row("b", MONDAY, 1L)));
            assertThat(catchThrowableOfType(ServingException.class, () -> publication.replaceUnits(units, rows)))
                    .hasMessageContaining("1 units have new rows for mart.kpi_revenue");
        }
    }

    @Test
    void readers_see_the_old_run_until_the_commit_and_never_wait() throws SQLException {
        try (Connection steady = POSTGRES.reader().connect();
                Connection fresh = POSTGRES.reader().connect()) {
            steady.setAutoCommit(false);
            steady.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            FreshDatabase.run(steady, "set lock_timeout = '1s'");
            FreshDatabase.run(fresh, "set lock_timeout = '1s'");
            List<String> old = rows(steady, ALL);
            long before = Runs.published(connection).map(Run::runId).orElse(0L);
            try (Publication publication = Publication.begin(connection, run)) {
                StagedRows rows = publication.stage(REVENUE, COLUMNS, list(row("c", MONDAY, 9L)));
                assertThat(publication.replaceAll(rows)).isEqualTo(new Replaced(7, 1));
                publication.consumed("mart.kpi_revenue", "{\"version\": 12}");
                assertThat(rows(steady, ALL)).isEqualTo(old);
                assertThat(rows(fresh, ALL)).isEqualTo(old);
                assertThat(Runs.latest(fresh).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
                publication.commit(MANIFEST);
            }
            assertThat(rows(steady, ALL)).isEqualTo(old);
            assertThat(Runs.published(steady).map(Run::runId).orElse(0L)).isEqualTo(before);
            assertThat(rows(fresh, ALL)).containsExactly("c|2026-03-02|9.00");
            assertThat(Runs.published(fresh).orElseThrow().runId()).isEqualTo(run);
            assertThat(Consumed.of(connection, "mart.kpi_revenue")).contains("{\"version\": 12}");
        }
    }

    @Test
    void a_publication_that_fails_leaves_yesterday_and_the_failure_is_told() throws SQLException {
        List<String> old = rows(connection, ALL);
        ServingException failure;
        try (Publication publication = Publication.begin(connection, run)) {
            StagedRows good = publication.stage(REVENUE, COLUMNS, list(row("c", MONDAY, 9L)));
            publication.replaceAll(good);
            publication.consumed("mart.kpi_revenue", "{}");
            StagedRows bad = publication.stage(REVENUE, COLUMNS, list(row("c", MONDAY, null)));
            failure = catchThrowableOfType(ServingException.class, () -> publication.replaceAll(bad));
            assertThat(catchThrowableOfType(ServingException.class, () -> publication.commit(MANIFEST)))
                    .hasMessageContaining("aborted");
        }
        Runs.fail(POSTGRES.owner(), run, failure.getMessage());
        assertThat(rows(connection, ALL)).isEqualTo(old);
        assertThat(Consumed.of(connection, "mart.kpi_revenue")).isEmpty();
        Run latest = Runs.latest(connection).orElseThrow();
        assertThat(latest.status()).isEqualTo(RunStatus.FAILED);
        assertThat(latest.message().orElseThrow()).contains("amount").contains("null");
        assertThat(latest.manifest()).isEmpty();
    }

    @Test
    void a_run_killed_in_its_publication_leaves_yesterday_and_the_next_one_closes_it() throws SQLException {
        List<String> old = rows(connection, ALL);
        try (Connection killed = POSTGRES.owner().connect("killed run")) {
            Publication publication = Publication.begin(killed, run);
            publication.replaceAll(publication.stage(REVENUE, COLUMNS, list(row("c", MONDAY, 9L))));
            FreshDatabase.run(
                    POSTGRES.owner(),
                    "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                            + " where application_name = 'killed run'");
            publication.close();
        }
        assertThat(rows(connection, ALL)).isEqualTo(old);
        long next = Runs.start(POSTGRES.owner(), TUESDAY);
        assertThat(Runs.find(connection, run).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
        try (Publication publication = Publication.begin(connection, next)) {
            publication.replaceAll(publication.stage(REVENUE, COLUMNS, list(row("c", MONDAY, 9L))));
            publication.commit(Map.of());
        }
        assertThat(rows(connection, ALL)).containsExactly("c|2026-03-02|9.00");
    }

    @Test
    void a_run_that_is_closed_cannot_be_published_or_closed_again() {
        Runs.nothingNew(POSTGRES.owner(), run);
        assertThat(Runs.latest(connection).orElseThrow().status()).isEqualTo(RunStatus.NOTHING_NEW);
        assertThat(catchThrowableOfType(ServingException.class, () -> Runs.fail(POSTGRES.owner(), run, "x")))
                .hasMessageContaining("Run " + run + " is not running");
        try (Publication publication = Publication.begin(connection, run)) {
            assertThat(catchThrowableOfType(ServingException.class, () -> publication.commit(MANIFEST)))
                    .hasMessageContaining("Run " + run + " is not running");
        }
    }

    @Test
    void many_units_of_a_large_table_are_found_by_hash_or_index() throws SQLException {
        FreshDatabase.run(
                POSTGRES.owner(),
                "insert into mart.kpi_revenue select 'shop ' || i % 20000, date '2026-03-02', i"
                        + " from generate_series(1, 100000) as i");
        List<List<@Nullable Object>> changed = new ArrayList<>();
        for (int shop = 0; shop < 20_000; shop++) {
            changed.add(row("shop " + shop, MONDAY));
        }
        try (Publication publication = Publication.begin(connection, run)) {
            FreshDatabase.run(connection, "set local statement_timeout = '20s'"); // pair by pair it takes minutes
            StagedRows units = publication.stage(REVENUE, UNIT, changed.iterator());
            StagedRows none = publication.stage(REVENUE, COLUMNS, list());
            assertThat(publication.replaceUnits(units, none)).isEqualTo(new Replaced(100_000, 0));
            publication.commit(MANIFEST);
        }
        assertThat(rows(connection, "select count(*) from mart.kpi_revenue")).containsExactly("7");
    }

    @SafeVarargs
    private static Iterator<List<@Nullable Object>> list(List<@Nullable Object>... rows) {
        List<List<@Nullable Object>> list = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            list.add(row);
        }
        return list.iterator();
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
