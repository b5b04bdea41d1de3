package org.offtake.datatests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.offtake.datatests.Checkout;
import org.offtake.datatests.SharedSpark;
import org.offtake.etl.build.DeclaredTables;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.models.TableName;

/** A scenario that does not hold says what differs; one that names what is not there is refused with the nearest name. */
class WrongScenarioTest {
    private static final Library LIBRARY = Checkout.library();
    private static final SparkSession SPARK = SharedSpark.session();

    @Test
    void rows_that_differ_are_shown_side_by_side() {
        assertThat(run("gold.fact_stock_movement", """
                # Stock
                Given silver.stock_movements:
                | movement_id | movement_date | quantity |
                |-------------|---------------|----------|
                | m1          | 2026-03-01    | -2       |
                Then:
                | movement_id | quantity |
                |-------------|----------|
                | m1          | 2.00     |
                """).failure(SPARK))
                .hasValueSatisfying(failure -> assertThat(failure)
                        .startsWith("page.md:7: 1 expected rows are missing (-), 1 rows are not expected (+)")
                        .contains("- | m1          | 2        |  + | m1          | -2       |"));
    }

    @Test
    void history_inferred_members_and_the_unknown_member_come_as_they_do_in_the_lake() {
        String given = """
                # Parties
                Given silver.parties:
                | source_system | company_code | party_id | segment | stated_at           | stated_date |
                |---------------|--------------|----------|---------|---------------------|-------------|
                | erp           | NL           | p1       | A       | 2026-01-01 08:00:00 | 2026-01-01  |
                | erp           | NL           | p1       | B       | 2026-02-01 08:00:00 | 2026-02-01  |
                Given silver.invoice_lines:
                | source_system | company_code | invoice_line_id | party_id |
                |---------------|--------------|-----------------|----------|
                | erp           | NL           | 1-1             | p2       |
                """;
        String then = """
                Then:
                | party_id | segment | valid_from_date | valid_to_date | is_inferred |
                |----------|---------|-----------------|---------------|-------------|
                | p1       | A       | 0001-01-01      | 2026-02-01    | false       |
                | p1       | B       | 2026-02-01      | 9999-12-31    | false       |
                | p2       |         | 0001-01-01      | 9999-12-31    | true        |
                """;
        String unknown = "| '' | | 0001-01-01 | 9999-12-31 | false |\n";
        assertThat(run("gold.dim_party", given + then).failure(SPARK)).isEmpty();
        assertThat(run("gold.dim_party", given + then + unknown).failure(SPARK)).isEmpty();
        assertThat(run("gold.dim_party", given + then + unknown + unknown).failure(SPARK))
                .isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void a_name_or_a_value_that_is_not_there_is_refused_with_its_line(String problem, String text) {
        assertThatThrownBy(() -> run("mart.kpi_revenue_month", text).failure(SPARK))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("page.md:" + problem);
    }

    static Stream<Arguments> wrong() {
        String none = "Then: no rows.\n";
        String table = "|---|\n| x |\n";
        return Stream.of(
                Arguments.of(
                        "3: mart.kpi_revenue_month does not read gold.fact_invoice_lines. Did you mean"
                                + " 'gold.fact_invoice_line'?",
                        "# A\nGiven gold.fact_invoice_lines:\n| a |\n" + table + none),
                Arguments.of(
                        "3: there is no column 'net_amout'. Did you mean 'net_amount'?",
                        "# A\nGiven gold.fact_invoice_line:\n| net_amout |\n" + table + none),
                Arguments.of(
                        "5: column net_amount: 'x' is no decimal(20,4)",
                        "# A\nGiven gold.fact_invoice_line:\n| net_amount |\n" + table + none),
                Arguments.of(
                        "3: there is no column 'line_cout'. Did you mean 'line_count'?",
                        "# A\nThen:\n| line_cout |\n" + table),
                Arguments.of("5: column line_count: 'x' is no bigint", "# A\nThen:\n| line_count |\n" + table));
    }

    private static ScenarioRun run(String model, String text) {
        Scenario scenario = Page.read(Path.of("page.md"), text.lines().toList()).get(0);
        return new ScenarioRun(
                Subject.of(LIBRARY.model(TableName.parse(model))), new DeclaredTables(LIBRARY), scenario);
    }
}
