package org.offtake.etl.detect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.etl.lake.SharedSession;
import org.offtake.patterns.contract.belief.AgreedLevel;

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
        return new Teaching(customers, Optional.empty(), told)
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
        assertThat(new Teaching(known, Optional.empty(), told).fitAgain(LocalDate.of(2026, 6, 30), NOW))
                .hasSize(1);
        assertThat(files()).containsExactly("pattern_edition_shop_nl_20260401.jsonl");
    }

    @Test
    void each_company_is_taught_by_its_own_customers_and_few_of_them_teach_nothing() {
        Dataset<Row> both = customers("NL", 25, "2025-03-01", "").unionAll(customers("BE", 19, "2025-03-01", ""));
        assertThat(written(both)).hasSize(1).allMatch(edition -> edition.startsWith("shop/NL"));
    }

    /** Contracts over a year from a day on, for a quarter more than what their customers took before it: some 30 every ten days. */
    private static Dataset<Row> contracts(int number, String startDate) {
        return SharedSession.get()
                .range(number)
                .selectExpr(
                        "'shop' as source_system",
                        "'NL' as company_code",
                        "concat('C', id) as party_id",
                        "concat('K', id, '" + startDate + "') as contract_line_id",
                        "'QUANTITY' as contract_kind",
                        "cast(36.5 * 30 * 1.25 * (9 + id % 3) / 10 as decimal(20, 6)) as committed",
                        "date'" + startDate + "' as start_date",
                        "date_add(date'" + startDate + "', 364) as end_date",
                        "'usual' as segment",
                        "transform(sequence(1, 30), i -> named_struct('order_date', date_sub(date'" + startDate
                                + "', cast(310 - 10 * i as int)), 'taken', cast(29 + i % 3 as decimal(20, 6)))) as orders",
                        "cast(null as array<struct<first_date: date, last_date: date>>) as closures",
                        "cast(null as array<struct<valid_from_date: date, parameters: string>>) as editions");
    }

    private AgreedLevel agreed(Dataset<Row> contracts) {
        return new Teaching(customers("NL", 25, "2025-03-01", ""), Optional.of(contracts), told)
                .fit(TODAY, NOW)
                .get(0)
                .parameters()
                .agreed();
    }

    @Test
    void contracts_that_have_begun_teach_how_much_of_a_commitment_is_meant() {
        AgreedLevel quarterMore = agreed(contracts(24, "2026-04-01"));
        assertThat(quarterMore.logBias()).isCloseTo(Math.log(1.25), within(0.15));
        assertThat(quarterMore.variance()).isLessThan(0.1);
        assertThat(agreed(contracts(24, "2026-04-02"))).isEqualTo(AgreedLevel.UNKNOWN);
        assertThat(agreed(contracts(24, "2023-03-31"))).isEqualTo(AgreedLevel.UNKNOWN);
        assertThat(agreed(contracts(19, "2026-04-01"))).isEqualTo(AgreedLevel.UNKNOWN);
        assertThat(agreed(contracts(24, "2026-04-01").withColumn("company_code", lit("BE"))))
                .isEqualTo(AgreedLevel.UNKNOWN);
        assertThat(agreed(contracts(24, "2026-04-01").withColumn("orders", slice(col("orders"), 1, 4))))
                .isEqualTo(AgreedLevel.UNKNOWN);
    }

    @Test
    void what_is_written_can_be_told_by() {
        Dataset<Row> teachers = customers("NL", 25, "2025-03-01", "");
        EditionFile edition =
                new Teaching(teachers, Optional.empty(), told).fit(TODAY, NOW).get(0);
        String text = EditionText.of(edition.parameters());
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
