package org.offtake.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source table comes from stands in its contract, and what does not fit together is refused. */
class SourceTableTest {
    private static final String FILE = "sources/shop/sales.yml";

    @TempDir
    private Path folder = Path.of(".");

    private SmallLibrary library = new SmallLibrary(folder);

    @BeforeEach
    void write() throws IOException {
        library = SmallLibrary.in(folder);
        library.write("sources/shop/orders.sql", "select records._record from bronze.shop_sales as records\n");
    }

    @Test
    void a_table_from_a_database_delivers_changes_with_a_watermark_and_everything_without() throws IOException {
        SourceTable table = read("from: jdbc\ntable: public.sales\nwatermark: changed_at\noverlap: 90 minutes");
        assertThat(table.snapshot()).isEmpty();
        assertThat(table.extract().orElseThrow().overlap().time()).isEqualTo(Duration.ofMinutes(90));

        SourceTable whole = read("from: jdbc\nquery: select 1 as order_id;");
        assertThat(whole.snapshot()).isEmpty();
        assertThat(whole.extract().orElseThrow().query()).hasValue("select 1 as order_id");
        assertThat(whole.extract().orElseThrow().overlap()).isEqualTo(Overlap.USUAL);
    }

    @ParameterizedTest
    @CsvSource({"1 second, PT1S, 0", "2 hours, PT2H, 0", "3 days, PT72H, 0", "1000, PT0S, 1000"})
    void an_overlap_is_a_time_or_a_number(String text, Duration time, long number) throws IOException {
        SourceTable table = read("from: jdbc\ntable: sales\nwatermark: id\noverlap: " + text);
        assertThat(table.extract().orElseThrow().overlap()).isEqualTo(new Overlap(time, number));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "from: odbc | sales.yml:2: 'from' is jdbc, or is left out for files",
                "from: jdbc | sales.yml:2: a table from a database has either 'table' or 'query'",
                "from: jdbc & table: a & query: b | sales.yml:2: a table from a database has either 'table' or 'query'",
                "from: jdbc & table: a & format: csv | sales.yml:4: 'format' is for files",
                "from: jdbc & table: a & overlap: 1 hour | sales.yml:4: 'overlap' needs 'watermark'",
                "from: jdbc & table: a & watermark: b & overlap: 1 week | sales.yml:5: '1 week' is no overlap",
                "from: jdbc & table: a & watermark: b & keyless: true | sales.yml:4: records without a key",
                "format: csv & files: a.csv & watermark: b | sales.yml:4: 'watermark' is for a table that says",
                "format: parquet & files: a & dialect: {header: absent} | sales.yml:4: a parquet file says itself",
                "format: parqet & files: a | sales.yml:2: 'format' is csv, xlsx, json_lines or parquet"
            })
    void what_does_not_fit_together_is_refused(String lines, String problem) {
        assertThatThrownBy(() -> read(lines.replace(" & ", "\n")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void a_received_column_is_optional_in_its_values_or_wholly_and_nothing_else() {
        assertThatThrownBy(() -> read("format: csv\nfiles: a.csv", "{is: id, optional: sometimes}"))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("sales.yml:5: 'optional' must be true, false or values, not 'sometimes'");
    }

    private SourceTable read(String lines) throws IOException {
        return read(lines, "{is: id}");
    }

    private SourceTable read(String lines, String orderId) throws IOException {
        String columns = "\ncolumns:\n  order_id: " + orderId + "\nbecomes: {orders: otherwise}\n";
        library.write(FILE, "about: Sales.\n" + lines + columns);
        return library.read().sources().get(0);
    }
}
