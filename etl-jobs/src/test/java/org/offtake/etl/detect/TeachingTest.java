package org.offtake.etl.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.etl.lake.SharedSession;

/** What the orders of all customers teach is written for the quarters that are due. */
class TeachingTest {
    private static final Instant NOW = Instant.parse("2026-05-20T06:00:00.123Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 19);

    @TempDir
    private Path told = Path.of(".");

    /** Customers of a company who have ordered every six to ten days since a day, and the newest edition there is. */
    private static Dataset<Row> customers(String company, int number, String since, String newest) {
        return SharedSession.get()
                .range(number)
                .selectExpr(
                        "'shop' as source_system",
                        "'" + company + "' as company_code",
                        "concat('C', id) as party_id",
                        "'usual' as segment",
                        "transform(sequence(0, 50), i -> named_struct('order_date', date_add(date'" + since
                                + "', cast(i * (6 + id % 5) as int)), 'product_group', 'A', 'currency_code', 'EUR',"
                                + " 'quantity', cast(10 + i % 3 as decimal(20, 6)), 'net_amount', cast(100 as decimal(20, 4)))) as orders",
                        (newest.isEmpty()
                                        ? "cast(null as array<struct<valid_from_date: date, parameters: string>>)"
                                        : "array(named_struct('valid_from_date', date'" + newest
                                                + "', 'parameters', ''))")
                                + " as editions",
                        "cast(null as array<struct<first_date: date, last_date: date>>) as closures",
                        "20 as threshold");
    }

    private List<String> written(Dataset<Row> customers) {
        return new Teaching(customers, told)
                .fit(TODAY, NOW).stream().map(EditionFile::toString).toList();
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(told)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Test
    void each_quarter_with_a_year_before_it_is_taught_by_the_orders_before_it() throws IOException {
        assertThat(written(customers("NL", 25, "2025-03-01", "")))
                .containsExactly("shop/NL from 2026-04-01: 25 customers, 1180 order days");
        assertThat(files()).containsExactly("pattern_edition_shop_nl_20260401.jsonl");
        assertThat(Files.readString(told.resolve(files().get(0))))
                .contains("\"validFrom\":\"2026-04-01\"", "\"fittedAt\":\"2026-05-20T06:00:00Z\"")
                .endsWith("}\n")
                .containsOnlyOnce("\n");
    }

    @Test
    void a_quarter_that_was_told_is_not_told_again_but_on_request() {
        Dataset<Row> known = customers("NL", 25, "2025-03-01", "2026-04-01");
        assertThat(written(known)).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(new Teaching(known, told).fitAgain(LocalDate.of(2026, 6, 30), NOW))
                .hasSize(1);
        assertThat(files()).containsExactly("pattern_edition_shop_nl_20260401.jsonl");
    }

    @Test
    void each_company_is_taught_by_its_own_customers_and_few_of_them_teach_nothing() {
        Dataset<Row> both = customers("NL", 25, "2025-03-01", "").unionAll(customers("BE", 19, "2025-03-01", ""));
        assertThat(written(both)).hasSize(1).allMatch(edition -> edition.startsWith("shop/NL"));
    }

    @Test
    void what_is_written_can_be_told_by() {
        Dataset<Row> teachers = customers("NL", 25, "2025-03-01", "");
        EditionFile edition = new Teaching(teachers, told).fit(TODAY, NOW).get(0);
        String text = EditionText.of(edition.fit());
        Dataset<Row> watched = teachers.drop("editions")
                .withColumn(
                        "editions",
                        org.apache.spark.sql.functions.expr(
                                "array(named_struct('valid_from_date', date'2026-04-01', 'parameters', '" + text
                                        + "'))"));
        List<Row> episodes = Makers.named("patterns.episodes", Path.of("fact_pattern_episode.yml"))
                .make(watched)
                .collectAsList();
        assertThat(episodes).hasSizeGreaterThan(20).allSatisfy(episode -> {
            assertThat(episode.<String>getAs("episode_kind")).isEqualTo("STOPPED");
            assertThat(episode.<LocalDate>getAs("edition_date")).isEqualTo(LocalDate.of(2026, 4, 1));
        });
    }
}
