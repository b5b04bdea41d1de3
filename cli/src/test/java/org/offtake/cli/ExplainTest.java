package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_table_says_what_it_means_and_where_its_rows_come_from() {
        Answer answer = Answer.to("explain", "mart.kpi_revenue_month");

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .startsWith("One row per company, month of the invoice date, country of the invoice and currency.\n")
                .containsPattern("one row per +company_code, month_start_date, country, currency_code\n")
                .containsPattern("made of +gold.fact_invoice_line, gold.fact_stock_movement\n")
                .containsPattern("comes from .*online_retail/days")
                .containsPattern("net_amount +money in currency_code +Sales, credits and adjustments together\n")
                .contains("must  credit_amount <= 0, because credit notes give money back\n");
    }

    @Test
    void what_a_source_delivers_is_explained_too() {
        Answer answer = Answer.to("explain", "online_retail/days");

        assertThat(answer.out())
                .containsPattern("read by +.*silver.invoice_lines")
                .doesNotContain("made of");
    }

    @Test
    void columns_are_rows_for_a_spreadsheet() {
        Answer answer = Answer.to("explain", "gold.fact_order", "--format", "csv");

        assertThat(answer.out()).startsWith("column,is,may_be_empty,about\n").doesNotContain("made of");
    }

    @Test
    void every_table_is_listed_and_those_of_models_of_ones_own_too() throws IOException {
        Path own = Files.createDirectories(folder.resolve("models/seeds"));
        Files.writeString(own.resolve("regions.csv"), "region_id\nN\n");
        Files.writeString(own.resolve("regions.yml"), """
                about: Where we sell.
                grain: region_id
                columns:
                  region_id: {is: id, about: The region}
                """);
        Path configuration = Files.writeString(folder.resolve("own.yml"), """
                company: {code: shop, zone: Europe/Amsterdam, currency: EUR}
                models: [models]
                sources:
                  online_retail: {folder: nowhere}
                """);

        Answer answer = Answer.to("explain", "--config", configuration.toString());

        assertThat(answer.out())
                .containsPattern("seed.regions +Where we sell\\.\n")
                .contains("gold.dim_party")
                .doesNotContain("made_of");
        assertThat(Answer.to("explain", "--format", "csv").out())
                .startsWith("table,made_of,about\n")
                .contains("gold.dim_date,\"seed.calendar_span, seed.holidays\",");
    }

    @Test
    void a_seed_says_which_file_of_ones_own_amends_it() throws IOException {
        Path own = Files.createDirectories(folder.resolve("models/seeds")).resolve("holidays.csv");
        Files.writeString(own, "holiday_date,holiday_nl,holiday_en\n");
        Path configuration = Files.writeString(folder.resolve("own.yml"), """
                company: {code: shop, zone: Europe/Amsterdam, currency: EUR}
                models: models
                sources:
                  online_retail: {folder: nowhere}
                """);

        assertThat(Answer.to("explain", "seed.holidays", "--config", configuration.toString())
                        .out())
                .containsPattern("written in +models/seeds/holidays.csv\n")
                .containsPattern("amended in +" + own + "\n");
        assertThat(Answer.to("explain", "seed.holidays").out()).doesNotContain("amended in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gold.dim_partty", "dim_party", "dim_prty"})
    void a_table_that_is_misspelt_or_lacks_its_layer_is_answered_with_the_nearest(String name) {
        Answer answer = Answer.to("explain", name);

        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err()).contains("'" + name + "' is no table. Did you mean 'gold.dim_party'?");
    }
}
