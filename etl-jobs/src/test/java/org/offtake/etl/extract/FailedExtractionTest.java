package org.offtake.etl.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.models.ContractException;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** Readings of a real PostgreSQL that cannot be, or not as they are. */
class FailedExtractionTest {
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
    void a_reading_that_dies_halfway_is_a_failure_and_no_short_reading() {
        String half = "query: select n, 1 / (1500 - n) as v from generate_series(1, 3000) as n";
        assertThat(till.failure(half, "n, v")).contains("division by zero");
        ServingException gone = catchThrowableOfType(
                ServingException.class,
                () -> till.read(
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
                catchThrowableOfType(ContractException.class, () -> till.read(extract.replace(" & ", "\n"), columns));
        assertThat(wrong).hasMessageContaining("orders.yml").hasMessageContaining(told);
    }

    @Test
    void an_endless_watermark_is_refused_and_one_in_the_future_is_told() {
        SOURCE.run("insert into shop.orders values (3, 'new', '2999-01-01')");
        assertThat(till.read(Till.BY_CHANGE, "id").warnings())
                .singleElement()
                .asString()
                .contains("2999", "lies in the future");
        SOURCE.run("insert into shop.orders values (4, 'new', 'infinity')");
        assertThat(catchThrowableOfType(ContractException.class, () -> till.read(Till.BY_CHANGE, "id")))
                .hasMessageContaining("infinity");
    }

    @Test
    void a_server_that_is_away_is_worth_a_retry_and_a_wrong_password_is_not_and_is_never_told() {
        Database here = SOURCE.database();
        ServingException away = catchThrowableOfType(
                ServingException.class,
                () -> till.read(
                        new Database("jdbc:postgresql://127.0.0.1:1/shop", "reader", "s3cret"), Till.BY_CHANGE, "id"));
        assertThat(away.retry()).isTrue();
        assertThat(away)
                .hasMessageContaining("shop.orders of source till/orders")
                .hasMessageContaining("127.0.0.1:1");

        ServingException wrong = catchThrowableOfType(
                ServingException.class,
                () -> till.read(new Database(here.url(), here.user(), "s3cret"), Till.BY_CHANGE, "id"));
        assertThat(wrong.retry()).isFalse();
        assertThat(wrong)
                .hasMessageContaining("shop.orders of source till/orders")
                .hasMessageContaining("Check the user and the password");
        assertThat(String.valueOf(wrong) + wrong.getCause() + away).doesNotContain("s3cret");
    }
}
