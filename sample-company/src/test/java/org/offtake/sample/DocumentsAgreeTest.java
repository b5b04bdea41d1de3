package org.offtake.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.offtake.sample.Sample.Line;

@ExtendWith(GeneratedSample.class)
class DocumentsAgreeTest {
    private static final String NET = "Bedrag excl. btw";

    private final Sample sample;

    DocumentsAgreeTest(Sample sample) {
        this.sample = sample;
    }

    @Test
    void every_company_sends_about_its_share_of_the_orders() {
        int orders = Sample.SCALE.orders();

        assertThat(ids("wholesale", "orders", "Ordernummer").size()).isBetween(orders * 45 / 100, orders * 65 / 100);
        assertThat(ids("webshop", "orders", "orderId").size()).isBetween(orders * 25 / 100, orders * 35 / 100);
        assertThat(ids("boutique", "sales", "Sale No").size()).isBetween(orders * 12 / 100, orders * 18 / 100);
    }

    @Test
    void the_header_of_an_order_is_the_sum_of_its_lines() {
        Map<String, Line> headers = sample.latest("orders", "Ordernummer");
        Map<String, BigDecimal> sums =
                sums(sample.latest("order_lines", "Ordernummer", "Regel").values(), "Ordernummer");

        assertThat(sums).isEqualTo(amounts(headers)).hasSizeGreaterThan(3_000);
    }

    @Test
    void the_header_of_an_invoice_is_the_sum_of_its_lines() {
        Map<String, Line> headers = sample.latest("invoices", "Factuurnr");
        Map<String, BigDecimal> sums =
                sums(sample.latest("invoice_lines", "Factuurnr", "Regel").values(), "Factuurnr");

        assertThat(sums).isEqualTo(amounts(headers)).hasSizeGreaterThan(3_000);
    }

    @Test
    void the_buckets_of_a_contract_line_add_up_to_its_commitment() {
        Map<String, BigDecimal> committed = new HashMap<>();
        sample.good("wholesale", "contract_lines").forEach(it -> {
            BigDecimal amount = number(it, "Afname aantal").add(number(it, "Afname waarde"));
            if (amount.signum() > 0) {
                committed.put(it.get("Contractnr") + "/" + it.get("Regel"), amount.setScale(2));
            }
        });
        Map<String, BigDecimal> scheduled = new HashMap<>();
        sample.good("wholesale", "contract_schedule")
                .forEach(it -> scheduled.merge(
                        it.get("Contractnr") + "/" + it.get("Regel"),
                        number(it, "Aantal").add(number(it, "Waarde")).setScale(2),
                        BigDecimal::add));

        assertThat(scheduled).isEqualTo(committed).hasSizeGreaterThan(20);
        assertThat(sample.records("wholesale", "contracts"))
                .extracting(it -> it.get("Soort"))
                .contains("QUANTITY", "VALUE", "RATE_ONLY");
    }

    @Test
    void every_reference_of_the_wholesaler_points_at_something() {
        Set<String> parties = ids("wholesale", "parties", "Klantnr");
        Set<String> orders = ids("wholesale", "orders", "Ordernummer");
        Set<String> invoices = ids("wholesale", "invoices", "Factuurnr");
        Set<String> quotes = ids("wholesale", "quotes", "Offertenr");
        Set<String> contractLines = sample.good("wholesale", "contract_lines").stream()
                .map(it -> it.get("Contractnr") + "/" + it.get("Regel"))
                .collect(Collectors.toSet());

        assertThat(parties).containsAll(ids("wholesale", "orders", "Klantnr"));
        assertThat(orders).containsAll(ids("wholesale", "order_lines", "Ordernummer"));
        assertThat(orders).containsAll(ids("wholesale", "invoices", "Ordernummer"));
        assertThat(invoices).containsAll(ids("wholesale", "invoices", "Corrigeert"));
        assertThat(quotes).containsAll(ids("wholesale", "orders", "Offertenr"));
        assertThat(sample.good("wholesale", "order_lines").stream()
                        .filter(it -> !it.get("Contractnr").isEmpty())
                        .map(it -> it.get("Contractnr") + "/" + it.get("Contractregel")))
                .isSubsetOf(contractLines)
                .hasSizeGreaterThan(500);
    }

    @Test
    void lines_of_the_other_companies_have_their_header() {
        assertThat(ids("webshop", "orders", "orderId")).containsAll(ids("webshop", "order_lines", "orderId"));
        assertThat(ids("webshop", "parties", "customerId")).containsAll(ids("webshop", "orders", "customerId"));
        assertThat(ids("boutique", "sales", "Sale No")).containsAll(ids("boutique", "sale_lines", "Sale No"));
        assertThat(ids("boutique", "sales", "Sale No")).isEqualTo(ids("boutique", "receipts", "Sale No"));
        assertThat(ids("boutique", "sales", "Sale No")).containsAll(ids("boutique", "sales", "Original Sale No"));
    }

    @Test
    void about_two_in_a_hundred_orders_are_corrected_and_invoices_credited() {
        Map<String, Long> invoicedStates = sample.good("wholesale", "orders").stream()
                .filter(it -> it.get("Status").equals("INVOICED"))
                .collect(groupingBy(it -> it.get("Ordernummer"), Collectors.counting()));
        long corrected = invoicedStates.values().stream().filter(it -> it > 1).count();
        Collection<Line> invoices = sample.latest("invoices", "Factuurnr").values();
        long credits = invoices.stream()
                .filter(it -> it.get("Soort").equals("CREDIT_NOTE"))
                .count();

        assertThat((double) corrected / invoicedStates.size()).isBetween(0.012, 0.03);
        assertThat((double) credits / invoices.size()).isBetween(0.012, 0.03);
    }

    @Test
    void numbers_and_dates_of_a_workbook_are_real_cells() {
        List<Line> sales = sample.read(sample.files("boutique", "sales").get(0));

        assertThat(sales).isNotEmpty().allSatisfy(it -> {
            assertThat(new BigDecimal(it.get("Net Amount"))).isNotZero();
            assertThat(Double.parseDouble(it.get("Sold At"))).isBetween(45_000.0, 47_000.0);
        });
    }

    private Set<String> ids(String system, String table, String column) {
        Set<String> ids = new HashSet<>();
        sample.good(system, table).forEach(it -> ids.add(it.get(column)));
        ids.remove("");
        return ids;
    }

    private static Map<String, BigDecimal> amounts(Map<String, Line> headers) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        headers.forEach((id, line) -> amounts.put(id, number(line, NET).setScale(2)));
        return amounts;
    }

    private static Map<String, BigDecimal> sums(Collection<Line> lines, String document) {
        return lines.stream()
                .collect(groupingBy(
                        it -> it.get(document),
                        mapping(it -> number(it, NET), reducing(BigDecimal.ZERO.setScale(2), BigDecimal::add))));
    }

    private static BigDecimal number(Line line, String column) {
        String text = line.get(column);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
    }
}
