package org.offtake.etl.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.etl.files.ExpectedColumn;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.RecordFile;
import org.offtake.models.ContractException;
import org.offtake.models.Dialect;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** One reading of one table of a real PostgreSQL. */
class ExtractionTest {
    @RegisterExtension
    static final SourceServer SOURCE = new SourceServer();

    private static final String BY_CHANGE = "table: shop.orders\nwatermark: changed";

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void fill() {
        SOURCE.run(
                "drop schema if exists shop cascade",
                "create schema shop",
                "create table shop.orders (id int, state text, changed timestamp)",
                "insert into shop.orders values (1, 'new', '2024-03-01 10:00:00'),"
                        + " (2, 'new', '2024-03-01 11:30:00.123456')");
    }

    @Test
    void everything_is_read_the_first_time_and_what_changed_since_less_the_overlap_after_that() {
        Extracted first = read(BY_CHANGE, "id, state");
        assertThat(rows()).containsExactlyInAnyOrder("1 new", "2 new");
        assertThat(first.fromStart()).isTrue();
        assertThat(first.position().watermark()).hasValue("2024-03-01 11:30:00.123456");

        SOURCE.run("insert into shop.orders values (3, 'new', '2024-03-01 09:29:00'), (4, 'new', '2024-03-01 12:00')");
        Extracted second = read(BY_CHANGE, "id, state", first.position());
        assertThat(rows()).containsExactlyInAnyOrder("1 new", "2 new", "4 new");
        assertThat(second.fromStart()).isFalse();
        assertThat(second.position().watermark()).hasValue("2024-03-01 12:00:00");
    }

    @Test
    void nothing_new_reads_the_very_rows_that_the_reading_before_foresaw() {
        Position first = read(BY_CHANGE + "\noverlap: 1 hour", "id, state").position();
        Extracted second = read(BY_CHANGE + "\noverlap: 1 hour", "id, state", first);
        assertThat(second.rows()).isEqualTo(1);
        assertThat(second.print()).isEqualTo(first.window());
        assertThat(second.position()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into shop.orders values (3, 'new', '2024-03-01 11:00')",
                "update shop.orders set state = 'paid' where id = 2",
                "update shop.orders set changed = '2024-03-01 11:00' where id = 1",
                "insert into shop.orders values (3, 'new', null)",
                "insert into shop.orders select * from shop.orders where id = 2"
            })
    void a_row_that_was_committed_late_within_the_overlap_is_seen_although_the_greatest_watermark_stays(String late) {
        Position first = read(BY_CHANGE + "\noverlap: 60 minutes", "id, state").position();
        SOURCE.run(late);
        Extracted second = read(BY_CHANGE + "\noverlap: 60 minutes", "id, state", first);
        assertThat(second.position().watermark()).isEqualTo(first.watermark());
        assertThat(second.print()).isNotEqualTo(first.window());
    }

    @Test
    void rows_without_a_watermark_are_read_every_time_and_counted() {
        SOURCE.run("insert into shop.orders values (3, 'draft', null), (4, 'draft', null)");
        Extracted first = read(BY_CHANGE, "id, state");
        assertThat(first.warnings()).containsExactly("2 rows have no changed; they are read every time");
        read(BY_CHANGE + "\noverlap: 0 days", "id, state", first.position());
        assertThat(rows()).containsExactlyInAnyOrder("2 new", "3 draft", "4 draft");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "timestamptz | '2024-03-01 10:00+01' | '2024-03-01 12:30+01' | 2 hours | 2024-03-01T11:30:00Z",
                "date        | '2024-02-28'          | '2024-03-01'          | 1 day   | 2024-03-01",
                "int         | 7                     | 10                    | 2       | 10",
                "numeric     | 7.5                   | 10.25                 | 2       | 10.25"
            })
    void a_watermark_is_an_instant_a_local_time_a_date_or_a_number(
            String type, String old, String fresh, String overlap, String watermark) {
        SOURCE.run(
                "create table shop.marks (id int, mark " + type + ")",
                "insert into shop.marks values (1, " + old + "), (2, " + fresh + ")");
        String extract = "table: shop.marks\nwatermark: mark\noverlap: " + overlap;
        Position first = read(extract, "id").position();
        assertThat(first.watermark()).hasValue(watermark);
        Extracted second = read(extract, "id", first);
        assertThat(rows()).containsExactly("2");
        assertThat(second.print()).isEqualTo(first.window());
    }

    @Test
    void the_order_in_which_the_database_gives_rows_leaves_no_trace() {
        String forth = read("query: select * from shop.orders order by id", "id, state")
                .print();
        String back = read("query: select * from shop.orders order by id desc;", "id, state")
                .print();
        assertThat(back).isEqualTo(forth);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "12.50::numeric(8,2)                          | 12.50",
                "1e10::double precision                       | 10000000000",
                "0.1::real                                    | 0.1",
                "'NaN'::numeric                               | NaN",
                "true                                         | true",
                "date '2024-02-29'                            | 2024-02-29",
                "timestamp '2024-02-29 10:00:00.500'          | 2024-02-29 10:00:00.5",
                "timestamptz '2024-07-01 12:00:00.000001+02'  | 2024-07-01T10:00:00.000001Z",
                "'infinity'::timestamp                        | infinity",
                "time '10:00'                                 | 10:00:00",
                "'0b6f8f6e-0000-4000-8000-000000000001'::uuid | 0b6f8f6e-0000-4000-8000-000000000001",
                "array[1,2]                                   | {1,2}",
                "'{\"a\": 1.50}'::json                        | {\"a\": 1.50}",
                "bigint '9223372036854775807'                 | 9223372036854775807"
            })
    void a_value_is_exactly_the_text_that_it_means(String value, String text) {
        read("query: |-\n  select " + value + " as v", "v");
        assertThat(rows()).containsExactly(text);
    }

    @Test
    void one_read_only_transaction_sees_one_moment() {
        read(
                "query: select current_setting('transaction_isolation') as isolation,"
                        + " current_setting('transaction_read_only') as only",
                "isolation, only");
        assertThat(rows()).containsExactly("repeatable read on");

        SOURCE.run("create sequence shop.numbers");
        assertThat(failure("query: select nextval('shop.numbers') as n", "n")).contains("read-only transaction");
    }

    @Test
    void a_reading_that_dies_halfway_is_a_failure_and_no_short_reading() {
        String half = "query: select n, 1 / (1500 - n) as v from generate_series(1, 3000) as n";
        assertThat(failure(half, "n, v")).contains("division by zero");
        ServingException gone = catchThrowableOfType(
                ServingException.class,
                () -> read(
                        half.replace(
                                "1 / (1500 - n)",
                                "case n when 1500 then" + " pg_terminate_backend(pg_backend_pid()) end"),
                        "n, v"));
        assertThat(gone.retry()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "table: shop.ordrs | id | there is no such table that the user may see. Did you mean 'shop.orders'?",
                "table: shpo.orders | id | Did you mean 'shop.orders'?",
                "table: shop.orders | idd | shop.orders of source till/orders has no column 'idd'. Did you mean 'id'?",
                "table: shop.orders & watermark: chnged | id | has no column 'chnged'. Did you mean 'changed'?",
                "table: shop.orders & watermark: state | id | 'state' cannot be the watermark: it is no time, date or number",
                "table: shop.orders & watermark: id & overlap: 2 hours 5 | id | is no overlap: write such as 90 minutes",
                "table: shop.orders & watermark: id & overlap: 3 hours | id | the watermark 'id' is a number, so the overlap is one",
                "table: shop.orders & watermark: changed & overlap: 7 | id | the watermark 'changed' is a time, so the overlap"
            })
    void what_the_database_does_not_have_is_our_mistake_and_named(String extract, String columns, String told) {
        ContractException wrong =
                catchThrowableOfType(ContractException.class, () -> read(extract.replace(" & ", "\n"), columns));
        assertThat(wrong).hasMessageContaining("orders.yml").hasMessageContaining(told);
    }

    @Test
    void an_endless_watermark_is_refused_and_one_in_the_future_is_told() {
        SOURCE.run("insert into shop.orders values (3, 'new', '2999-01-01')");
        assertThat(read(BY_CHANGE, "id").warnings()).singleElement().asString().contains("2999", "lies in the future");
        SOURCE.run("insert into shop.orders values (4, 'new', 'infinity')");
        assertThat(catchThrowableOfType(ContractException.class, () -> read(BY_CHANGE, "id")))
                .hasMessageContaining("infinity");
    }

    @Test
    void a_server_that_is_away_is_worth_a_retry_and_a_wrong_password_is_not_and_is_never_told() {
        Database here = SOURCE.database();
        ServingException away = catchThrowableOfType(
                ServingException.class,
                () -> read(new Database("jdbc:postgresql://127.0.0.1:1/shop", "reader", "s3cret"), BY_CHANGE, "id"));
        assertThat(away.retry()).isTrue();
        assertThat(away)
                .hasMessageContaining("shop.orders of source till/orders")
                .hasMessageContaining("127.0.0.1:1");

        ServingException wrong = catchThrowableOfType(
                ServingException.class, () -> read(new Database(here.url(), here.user(), "s3cret"), BY_CHANGE, "id"));
        assertThat(wrong.retry()).isFalse();
        assertThat(wrong)
                .hasMessageContaining("shop.orders of source till/orders")
                .hasMessageContaining("Check the user and the password");
        assertThat(String.valueOf(wrong) + wrong.getCause() + away).doesNotContain("s3cret");
    }

    private String failure(String extract, String columns) {
        ServingException failure = catchThrowableOfType(ServingException.class, () -> read(extract, columns));
        assertThat(failure.retry()).isFalse();
        assertThat(failure).hasMessageContaining("Cannot read the query of source till/orders");
        return failure.getMessage();
    }

    private Extracted read(String extract, String columns) {
        return read(SOURCE.database(), extract, columns);
    }

    private Extracted read(String extract, String columns, Position last) {
        return extraction(SOURCE.database(), extract, columns).read(last.watermark(), spool());
    }

    private Extracted read(Database database, String extract, String columns) {
        return extraction(database, extract, columns).read(Optional.empty(), spool());
    }

    private Extraction extraction(Database database, String extract, String columns) {
        SourceTable table = contract(extract, columns);
        Clock clock = Clock.fixed(Instant.parse("2024-03-02T06:00:00Z"), ZoneOffset.UTC);
        return new Extraction(database, table, table.extract().orElseThrow(), ZoneId.of("Europe/Amsterdam"), clock);
    }

    private SourceTable contract(String extract, String columns) {
        StringBuilder received = new StringBuilder();
        for (String column : columns.split(", ")) {
            received.append("  ").append(column).append(": {is: text}\n");
        }
        try {
            Path system = Files.createDirectories(folder.resolve("sources/till"));
            Files.createDirectories(folder.resolve("entities"));
            Files.writeString(
                    folder.resolve("entities/things.yml"),
                    "about: Things\nkey: thing_id\ncolumns:\n  thing_id: {is: id, about: Its number}\n");
            Files.writeString(
                    system.resolve("things.sql"), "select records._record from bronze.till_orders as records\n");
            Files.writeString(
                    system.resolve("orders.yml"),
                    "about: Orders.\nfrom: jdbc\n" + extract + "\ncolumns:\n" + received
                            + "becomes: {things: otherwise}\n");
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
        return Library.read(List.of(folder)).sources().get(0);
    }

    private Path spool() {
        return folder.resolve("spool.jsonl");
    }

    /** The rows of the last reading, as landing sees them. */
    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        List<ExpectedColumn> columns = Library.read(List.of(folder)).sources().get(0).columns().stream()
                .map(column -> ExpectedColumn.required(column.name()))
                .toList();
        try (RecordFile file = ReceivedFiles.open(spool(), Dialect.jsonLines(), columns)) {
            file.forEachRemaining(record -> rows.add(String.join(" ", record.values())));
        }
        return rows;
    }
}
