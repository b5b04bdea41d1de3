package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.models.ContractException;

class DashboardFileTest {
    private static final String GOOD = """
            title: {nl: Proef, en: Probe}
            question: {nl: Klopt het?, en: Is it right?}
            owner: tests
            filters: {company: companies, months: 3, running_month: no}
            columns:
              amount: {is: money in currency_code, nl: Bedrag, en: Amount}
            rows:
              lines: {title: {nl: Regels, en: Lines}, sum: amount}
            items:
              - name: total
                shows: number
                title: {nl: Totaal, en: Total}
                about: {nl: Alles samen, en: All together}
                value: amount
                drill: {to: lines, by: [currency_code]}
            """;

    @TempDir
    Path folder;

    private List<Dashboard> read(String yaml, String sql) throws IOException {
        Path probe = Files.createDirectories(folder.resolve("probe"));
        Files.writeString(probe.resolve("dashboard.yml"), yaml);
        Files.writeString(probe.resolve("companies.sql"), "select 'a' as value");
        Files.writeString(probe.resolve("lines.sql"), "select 1 as amount");
        Files.writeString(probe.resolve("total.sql"), sql);
        return Dashboard.readAll(List.of(folder));
    }

    @Test
    void the_shipped_dashboards_are_read() {
        assertThat(Dashboard.readAll(List.of(Warehouse.DASHBOARDS)))
                .extracting(Dashboard::name)
                .containsExactly("offtake-against-contract", "sales-at-a-glance", "signals");
    }

    @Test
    void every_place_in_a_sentence_is_a_described_column() {
        for (Dashboard dashboard : Dashboard.readAll(List.of(Warehouse.DASHBOARDS))) {
            for (Item item : dashboard.items()) {
                item.stories().values().stream()
                        .flatMap(words -> List.of(words.nl(), words.en()).stream())
                        .flatMap(words ->
                                Pattern.compile("\\{(\\w+)}").matcher(words).results())
                        .forEach(place -> assertThat(dashboard.columns()).containsKey(place.group(1)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owner: tests     | ownr: tests          | dashboard.yml:3: unknown key 'ownr'. Did you mean 'owner'?",
                "months: 3        | months: some         | dashboard.yml:4: 'months' must be a whole number, not 'some'",
                "months: 3        | months: 0            | dashboard.yml:4: 'months' must be 1 or more, not 0",
                "is: money in currency_code | is: monney | dashboard.yml:6: 'monney' is no format. Did you mean 'money'?",
                "is: money in currency_code | is: money  | dashboard.yml:6: 'money': say in what, such as 'money in currency_code'",
                "sum: amount      | sum: amont           | dashboard.yml:8: column 'amont' is not among the columns. Did you mean 'amount'?",
                "shows: number    | shows: nmber         | dashboard.yml:11: 'nmber' cannot be shown. Did you mean 'number'?",
                "shows: number    | shows: line          | dashboard.yml:10: a line needs 'across'",
                "value: amount    | value: amout         | dashboard.yml:14: column 'amout' is not among the columns. Did you mean 'amount'?",
                "to: lines        | to: line             | dashboard.yml:15: 'line' is not among the rows. Did you mean 'lines'?",
                "name: total      | name: Total          | dashboard.yml:10: 'Total' must be lower case letters, digits and _",
                "name: total      | name: totals         | totals.sql: is missing or unreadable",
            })
    void what_cannot_be_used_is_refused_with_file_and_line(String was, String becomes, String message) {
        ContractException refused = catchThrowableOfType(
                ContractException.class, () -> read(GOOD.replace(was, becomes), "select 1 as amount"));
        assertThat(refused).hasMessageContaining(message);
    }

    @Test
    void an_unknown_parameter_is_refused_with_its_line() {
        ContractException refused = catchThrowableOfType(
                ContractException.class,
                () -> read(
                        GOOD,
                        "-- what :ever a comment says\nselect ':text' as a, 1::int as amount\nwhere :compny = ''"));
        assertThat(refused).hasMessageContaining("total.sql:3: unknown parameter ':compny'. Did you mean 'company'?");
        refused = catchThrowableOfType(
                ContractException.class, () -> read(GOOD, "select ';' as semicolon; drop table mart.figure"));
        assertThat(refused).hasMessageContaining("total.sql:1: write one select");
    }

    @Test
    void parameters_become_typed_places() throws IOException {
        Dashboard dashboard = read(GOOD, "select a ? b from t where d between :from and :to and c = :company")
                .get(0);
        NamedSql sql = dashboard.items().get(0).sql();
        assertThat(sql.parameters()).containsExactly("from", "to", "company");
        assertThat(sql.text())
                .isEqualTo("select a ?? b from t where d between cast(? as date) and cast(? as date)"
                        + " and c = cast(? as text)");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe() {
        assertThat(List.of("=1", "+1", "-1", "@a", "\ta", "\ra").stream().map(RowsCsv::cell))
                .containsExactly("'=1", "'+1", "'-1", "'@a", "'\ta", "'\ra");
        assertThat(RowsCsv.cell(new BigDecimal("-1.50"))).isEqualTo("-1.50");
        assertThat(RowsCsv.cell("a=1")).isEqualTo("a=1");
        assertThat(RowsCsv.cell(null)).isEmpty();
    }
}
