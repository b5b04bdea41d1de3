package org.offtake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.offtake.sample.Sample.Line;

@ExtendWith(GeneratedSample.class)
class PlantedDeviationsTest {
    private record Bought(String order, LocalDate day, String group, int quantity) {}

    private record Planted(String customer, LocalDate onset, String group) {}

    private final Sample sample;
    private final Map<String, List<Bought>> byCustomer = new HashMap<>();

    PlantedDeviationsTest(Sample sample) {
        this.sample = sample;
        Map<String, String> groups = new HashMap<>();
        sample.records("wholesale", "products").forEach(it -> groups.put(it.get("Artikel"), it.get("Artikelgroep")));
        Map<String, Line> orders = sample.latest("orders", "Ordernummer");
        sample.latest("order_lines", "Ordernummer", "Regel").values().stream()
                .filter(it -> groups.containsKey(it.get("Artikel")))
                .forEach(it -> {
                    Line order = orders.getOrDefault(it.get("Ordernummer"), it);
                    LocalDate day = Sample.moment(order.get("Ingevoerd op")).toLocalDate();
                    byCustomer
                            .computeIfAbsent(order.get("Klantnr"), any -> new ArrayList<>())
                            .add(new Bought(
                                    it.get("Ordernummer"),
                                    day,
                                    groups.getOrDefault(it.get("Artikel"), ""),
                                    Integer.parseInt(it.get("Aantal"))));
                });
    }

    @Test
    void at_least_three_customers_of_each_kind_deviate_within_the_last_six_months() {
        List<Line> labels = sample.labels("deviations");

        assertThat(labels).hasSizeGreaterThanOrEqualTo(18);
        assertThat(labels).allSatisfy(it -> assertThat(LocalDate.parse(it.get("onset_date")))
                .isBetween(
                        Sample.SCALE.lastDay().minusMonths(6),
                        Sample.SCALE.lastDay().minusDays(25)));
        assertThat(labels.stream().map(it -> it.get("customer_id"))).isSubsetOf(byCustomer.keySet());
    }

    @Test
    void who_stops_has_no_order_after_onset_and_many_before() {
        assertThat(planted("STOP")).isNotEmpty().allSatisfy(it -> {
            assertThat(after(it)).isEmpty();
            assertThat(before(it)).hasSizeGreaterThan(20);
        });
    }

    @Test
    void who_slows_down_orders_at_less_than_six_tenths_of_the_pace() {
        double before = 0;
        double after = 0;
        for (Planted it : planted("SLOWDOWN")) {
            before += orders(before(it)) / (double) daysBetween(Sample.SCALE.firstDay(), it.onset());
            after += orders(after(it)) / (double) daysBetween(it.onset(), Sample.SCALE.lastDay());
        }

        assertThat(after / before).isBetween(0.1, 0.6);
    }

    @Test
    void whose_sizes_drop_takes_about_four_tenths_at_a_time() {
        assertThat(planted("SIZE_DROP")).isNotEmpty().allSatisfy(it -> assertThat(
                        meanQuantity(after(it)) / meanQuantity(before(it)))
                .isBetween(0.2, 0.65));
    }

    @Test
    void who_drops_a_group_still_orders_and_never_from_that_group() {
        assertThat(planted("MIX_DROP")).isNotEmpty().allSatisfy(it -> {
            assertThat(ofGroup(it, before(it))).hasSizeGreaterThan(10);
            assertThat(after(it)).isNotEmpty();
            assertThat(ofGroup(it, after(it))).isEmpty();
        });
    }

    @Test
    void who_spikes_takes_several_times_as_much_of_one_group_for_a_while() {
        assertThat(planted("SPIKE")).isNotEmpty().allSatisfy(it -> {
            List<Bought> spike = after(it).stream()
                    .filter(bought -> bought.day().isBefore(it.onset().plusDays(45)))
                    .toList();
            assertThat(meanQuantity(ofGroup(it, spike)) / meanQuantity(ofGroup(it, before(it))))
                    .isBetween(2.5, 6.0);
        });
    }

    @Test
    void who_takes_less_than_agreed_hardly_buys_the_group_of_a_running_contract() {
        for (Planted it : planted("UNDER_TAKE")) {
            double before = ofGroup(it, before(it)).size() / (double) orders(before(it));
            double after = ofGroup(it, after(it)).size() / (double) orders(after(it));

            assertThat(after).isLessThan(before / 2);
            assertThat(sample.records("wholesale", "contracts")).anySatisfy(contract -> {
                assertThat(contract.get("Klantnr")).isEqualTo(it.customer());
                assertThat(contract.get("Soort")).isEqualTo("QUANTITY");
                assertThat(Sample.date(contract.get("Ingangsdatum"))).isBefore(it.onset());
                assertThat(Sample.date(contract.get("Einddatum"))).isAfter(Sample.SCALE.lastDay());
            });
        }
        assertThat(planted("UNDER_TAKE")).isNotEmpty();
    }

    @Test
    void who_left_earlier_has_no_order_after_it() {
        List<Line> left = sample.labels("left_earlier");

        assertThat(left).extracting(it -> it.get("why")).contains("LEFT", "MERGED");
        assertThat(left).allSatisfy(it -> assertThat(byCustomer.getOrDefault(it.get("customer_id"), List.of()))
                .allMatch(bought -> bought.day().isBefore(LocalDate.parse(it.get("no_orders_from_date")))));
    }

    @Test
    void the_weak_month_of_the_web_shop_is_below_the_year_before() {
        Line label = sample.labels("weak_months").get(0);
        LocalDate month = LocalDate.parse(label.get("month_start_date"));

        assertThat(webshopOrders(month)).isLessThan(webshopOrders(month.minusYears(1)) * 8 / 10);
    }

    private long webshopOrders(LocalDate month) {
        String day = month.toString().substring(0, 7);
        return sample.good("webshop", "invoices").stream()
                .filter(it -> it.get("issueDate").startsWith(day)
                        && it.get("invoiceType").equals("INVOICE"))
                .count();
    }

    private List<Planted> planted(String kind) {
        return sample.labels("deviations").stream()
                .filter(it -> it.get("kind").equals(kind))
                .map(it -> new Planted(
                        it.get("customer_id"), LocalDate.parse(it.get("onset_date")), it.get("product_group")))
                .toList();
    }

    private List<Bought> before(Planted planted) {
        return byCustomer.getOrDefault(planted.customer(), List.of()).stream()
                .filter(it -> it.day().isBefore(planted.onset()))
                .toList();
    }

    private List<Bought> after(Planted planted) {
        return byCustomer.getOrDefault(planted.customer(), List.of()).stream()
                .filter(it -> !it.day().isBefore(planted.onset()))
                .toList();
    }

    private static List<Bought> ofGroup(Planted planted, List<Bought> bought) {
        return bought.stream().filter(it -> it.group().equals(planted.group())).toList();
    }

    private static long orders(List<Bought> bought) {
        return bought.stream().map(Bought::order).distinct().count();
    }

    private static double meanQuantity(List<Bought> bought) {
        return bought.stream().mapToInt(Bought::quantity).average().orElse(0);
    }

    private static long daysBetween(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
