package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offtake.dashboards.Visitor.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final String SALES = "/api/dashboard/sales-at-a-glance";
    private static final String OFFTAKE = "/api/dashboard/offtake-against-contract";
    private static final String LINES = "/api/rows/sales-at-a-glance/latest_month";

    private ViewerServer viewer;
    private Visitor visitor;

    @BeforeAll
    void open() throws IOException {
        WAREHOUSE.fill();
        viewer = WAREHOUSE.viewer();
        visitor = Visitor.signedIn(viewer);
    }

    @AfterAll
    void close() {
        viewer.close();
    }

    @Test
    void the_sales_dashboard_names_the_month_and_the_company_that_are_behind() {
        JsonNode answer = visitor.json(SALES + "?lang=en");
        JsonNode first = item(answer, "latest_month").get("rows").get(0);
        assertThat(first.get("month_start_date").asText()).isEqualTo("2026-10-01");
        assertThat(first.get("story").asText()).isEqualTo("below_in_a_better_period");
        assertThat(first.get("period_gap_percent").decimalValue()).isPositive();
        assertThat(first.get("company_behind").asText()).isEqualTo("groothandel");
        assertThat(first.get("net_amount").decimalValue())
                .isLessThan(first.get("net_amount_last_year").decimalValue());
        assertThat(answer.get("filters").get("from").asText()).isEqualTo("2025-11-01");
        assertThat(answer.get("filters").get("to").asText()).isEqualTo("2026-10-31");
        assertThat(answer.get("run").get("business_date").asText()).isEqualTo("2026-11-21");
        assertThat(answer.get("title").asText()).isEqualTo("Sales at a glance");
        assertThat(item(answer, "months").get("rows")).hasSize(12);
    }

    @Test
    void a_month_ahead_still_names_the_weakest_month_of_the_period() {
        JsonNode first = item(visitor.json(SALES + "?company=boutique"), "latest_month")
                .get("rows")
                .get(0);
        assertThat(first.get("story").asText()).isEqualTo("below_in_a_worse_period");
        first = item(visitor.json(SALES + "?from=2026-10-01&to=2026-10-31"), "latest_month")
                .get("rows")
                .get(0);
        assertThat(first.get("story").asText()).isEqualTo("below");
        first = item(visitor.json(SALES + "?from=2026-07-01&to=2026-09-30&company=groothandel"), "latest_month")
                .get("rows")
                .get(0);
        assertThat(first.get("story").asText()).isEqualTo("above");
        first = item(visitor.json(SALES + "?from=2024-11-01&to=2025-10-31"), "latest_month")
                .get("rows")
                .get(0);
        assertThat(first.get("story").asText()).isEqualTo("first_year");
        assertThat(first.get("net_amount_last_year").isNull()).isTrue();
    }

    @Test
    void the_steps_of_growth_lead_from_last_year_to_this_year_exactly() {
        JsonNode steps = item(visitor.json(SALES), "growth").get("rows");
        BigDecimal level = steps.get(0).get("step_amount").decimalValue();
        for (int step = 1; step <= 4; step++) {
            level = level.add(steps.get(step).get("step_amount").decimalValue());
        }
        assertThat(level).isEqualByComparingTo(steps.get(5).get("step_amount").decimalValue());
    }

    @Test
    void the_contract_dashboard_names_the_customer_who_is_furthest_behind() {
        JsonNode answer = visitor.json(OFFTAKE + "?lang=nl");
        JsonNode first = item(answer, "behind").get("rows").get(0);
        assertThat(first.get("party_name").asText()).isEqualTo("Hotel De Witte Zwaan");
        assertThat(first.get("customers_behind").asInt()).isEqualTo(5);
        assertThat(first.get("customers").asInt()).isEqualTo(12);
        assertThat(first.get("customers_behind_last_year").asInt()).isZero();
        JsonNode behind = item(answer, "customers_behind").get("rows");
        List<BigDecimal> shortfalls = new ArrayList<>();
        behind.forEach(row -> shortfalls.add(row.get("shortfall_amount").decimalValue()));
        assertThat(shortfalls).hasSize(5).isSortedAccordingTo((left, right) -> right.compareTo(left));
        assertThat(item(answer, "rate_only")
                        .get("rows")
                        .get(0)
                        .get("rate_only_lines")
                        .asInt())
                .isEqualTo(2);
        assertThat(item(answer, "history").get("rows")).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource({
        "sales-at-a-glance, latest_month, net_amount",
        "sales-at-a-glance, months, net_amount",
        "sales-at-a-glance, company_figures, net_amount",
        "sales-at-a-glance, countries, net_amount",
    })
    void the_rows_behind_every_number_add_up_to_it(String dashboard, String name, String column) {
        JsonNode item = item(visitor.json("/api/dashboard/" + dashboard), name);
        for (JsonNode row : item.get("rows")) {
            StringBuilder address = new StringBuilder("/api/rows/" + dashboard + "/" + name + "?");
            item.get("by").forEach(by -> address.append("by.")
                    .append(by.asText())
                    .append('=')
                    .append(encoded(row.get(by.asText()).asText()))
                    .append('&'));
            JsonNode rows = visitor.json(address.substring(0, address.length() - 1));
            assertThat(rows.get("sum_value").decimalValue())
                    .as(address.toString())
                    .isEqualByComparingTo(row.get(column).decimalValue());
            assertThat(rows.get("sum_currency").asText()).isEqualTo("EUR");
        }
    }

    @Test
    void rows_come_by_the_page_and_say_file_and_line() {
        JsonNode first = visitor.json(LINES + "?by.month_start_date=2026-10-01");
        assertThat(first.get("total").asInt()).isEqualTo(270);
        assertThat(first.get("rows")).hasSize(200);
        assertThat(first.get("rows").get(0).get("file_name").asText()).isEqualTo("invoices-2026-10.csv");
        assertThat(first.get("rows").get(0).get("line_number").asInt()).isPositive();
        assertThat(visitor.json(LINES + "?by.month_start_date=2026-10-01&page=2")
                        .get("rows"))
                .hasSize(70);
    }

    @Test
    void the_download_holds_all_rows_and_no_formula() {
        HttpResponse<String> file = visitor.get(LINES + "?by.month_start_date=2026-10-01&format=csv");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"rows_invoice_line.csv\"");
        assertThat(file.body()).startsWith("\uFEFFinvoiced_date,invoice_id,party_name,");
        assertThat(file.body().lines()).hasSize(271);
        assertThat(file.body())
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"")
                .doesNotContain(",\"=HYPERLINK")
                .containsPattern(",-\\d+\\.\\d+,invoices-2026"); // an amount below zero is a number, not a formula
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SALES + "?from=31-10-2026",
                SALES + "?from=2026-10-31&to=2026-10-01",
                SALES + "?from=0000-01-01",
                SALES + "?compny=boutique",
                SALES + "?company=a&company=b",
                SALES + "?company=%00",
                SALES + "?company=%zz",
                LINES + "?page=0",
                LINES + "?page=-1",
                LINES + "?by.party_id=K100",
                LINES + "?by.month_start_date=harvest",
            })
    void an_address_that_cannot_be_understood_is_refused_with_a_reason(String address) throws IOException {
        String answer = Visitor.raw(
                viewer.port(),
                "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1:" + viewer.port() + "\r\nConnection: close\r\n\r\n");
        if (!answer.contains("400")) { // the address was understood as far as it goes without a session
            HttpResponse<String> response = visitor.get(address);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(Visitor.parsed(response.body()).get("problem").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table mart.kpi_revenue_month; --",
                "boutique' or '1'='1",
                "\\",
                "$$; commit; set transaction read write; delete from mart.kpi_revenue_month; $$",
                "?",
                ":company"
            })
    void text_in_a_parameter_stays_text(String hostile) {
        JsonNode answer = visitor.json(SALES + "?company=" + encoded(hostile));
        assertThat(answer.get("filters").get("company").asText()).isEqualTo(hostile);
        for (JsonNode item : answer.get("items")) {
            assertThat(item.get("status").asText()).isEqualTo("ok");
            assertThat(item.get("rows")).isEmpty();
        }
        assertThat(visitor.json("/api/rows/sales-at-a-glance/countries?by.country=" + encoded(hostile))
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(item(visitor.json(SALES), "months").get("rows")).hasSize(12);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
