package org.offtake.etl.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One reading of one table of a real PostgreSQL. */
class ExtractionTest {
    @RegisterExtension
    static final SourceServer SOURCE = new SourceServer();

    @TempDir
    private Path folder = Path.of(".");

    private Till till = new Till(folder, SOURCE);

    @BeforeEach
    void fill() {
        till = new Till(folder, SOURCE);
        till.fill();
    }

    @Test
    void everything_is_read_the_first_time_and_what_changed_since_less_the_overlap_after_that() {
        Extracted first = till.read(Till.BY_CHANGE, "id, state");
        assertThat(till.rows()).containsExactlyInAnyOrder("1 new", "2 new");
        assertThat(first.fromStart()).isTrue();
        assertThat(first.position().watermark()).hasValue("2024-03-01 11:30:00.123456");

        SOURCE.run("insert into shop.orders values (3, 'new', '2024-03-01 09:29:00'), (4, 'new', '2024-03-01 12:00')");
        Extracted second = till.read(Till.BY_CHANGE, "id, state", first.position());
        assertThat(till.rows()).containsExactlyInAnyOrder("1 new", "2 new", "4 new");
        assertThat(second.fromStart()).isFalse();
        assertThat(second.position().watermark()).hasValue("2024-03-01 12:00:00");
    }

    @Test
    void nothing_new_reads_the_very_rows_that_the_reading_before_foresaw() {
        Position first =
                till.read(Till.BY_CHANGE + "\noverlap: 1 hour", "id, state").position();
        Extracted second = till.read(Till.BY_CHANGE + "\noverlap: 1 hour", "id, state", first);
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
        Position first =
                till.read(Till.BY_CHANGE + "\noverlap: 60 minutes", "id, state").position();
        SOURCE.run(late);
        Extracted second = till.read(Till.BY_CHANGE + "\noverlap: 60 minutes", "id, state", first);
        assertThat(second.position().watermark()).isEqualTo(first.watermark());
        assertThat(second.print()).isNotEqualTo(first.window());
    }

    @Test
    void rows_without_a_watermark_are_read_every_time_and_counted() {
        SOURCE.run("insert into shop.orders values (3, 'draft', null), (4, 'draft', null)");
        Extracted first = till.read(Till.BY_CHANGE, "id, state");
        assertThat(first.warnings()).containsExactly("2 rows have no changed; they are read every time");
        till.read(Till.BY_CHANGE + "\noverlap: 0 days", "id, state", first.position());
        assertThat(till.rows()).containsExactlyInAnyOrder("2 new", "3 draft", "4 draft");
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
        Position first = till.read(extract, "id").position();
        assertThat(first.watermark()).hasValue(watermark);
        Extracted second = till.read(extract, "id", first);
        assertThat(till.rows()).containsExactly("2");
        assertThat(second.print()).isEqualTo(first.window());
    }

    @Test
    void the_order_in_which_the_database_gives_rows_leaves_no_trace() {
        String forth = till.read("query: select * from shop.orders order by id", "id, state")
                .print();
        String back = till.read("query: select * from shop.orders order by id desc;", "id, state")
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
        till.read("query: |-\n  select " + value + " as v", "v");
        assertThat(till.rows()).containsExactly(text);
    }

    @Test
    void one_read_only_transaction_sees_one_moment() {
        till.read(
                "query: select current_setting('transaction_isolation') as isolation,"
                        + " current_setting('transaction_read_only') as only",
                "isolation, only");
        assertThat(till.rows()).containsExactly("repeatable read on");

        SOURCE.run("create sequence shop.numbers");
        assertThat(till.failure("query: select nextval('shop.numbers') as n", "n"))
                .contains("read-only transaction");
    }
}
