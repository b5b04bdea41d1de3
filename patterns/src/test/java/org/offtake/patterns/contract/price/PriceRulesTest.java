package org.offtake.patterns.contract.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PriceRulesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 1);
    private static final PriceRules RULES = new PriceRules(
            List.of(
                    new AgreedPrice("K1", "C1", "P1", DAY.minusDays(90), DAY.plusDays(90), 10),
                    new AgreedPrice("K2", "C1", "P1", DAY, DAY, 9)),
            new Tolerance(0.005, 0.005, 0.2, 0.1));

    @Test
    void a_line_on_its_contract_at_its_price_is_no_finding() {
        assertThat(RULES.findings(line("P1", Optional.of("K2"), 5, 9))).isEmpty();
        assertThat(RULES.findings(line("P1", Optional.of("K1"), 5, 10.05))).isEmpty();
    }

    @Test
    void a_line_without_its_contract_is_held_against_the_one_that_began_last() {
        assertThat(RULES.findings(line("P1", Optional.empty(), 5, 9)))
                .containsExactly(new Finding("L1", Finding.Kind.PAST_THE_CONTRACT, Optional.of("K2"), 9, 45, 0));
        assertThat(RULES.findings(line("P1", Optional.of("K7"), 5, 9)))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.PAST_THE_CONTRACT);
    }

    @Test
    void a_price_off_by_more_than_the_tolerance_costs_its_difference() {
        List<Finding> findings = RULES.findings(line("P1", Optional.of("K1"), 4, 10.5));

        assertThat(findings)
                .containsExactly(new Finding("L1", Finding.Kind.OFF_CONTRACT_PRICE, Optional.of("K1"), 10, 42, 2));
        assertThat(RULES.findings(line("P1", Optional.of("K1"), -4, 9)).get(0).difference())
                .isEqualTo(4);
    }

    @Test
    void without_a_contract_a_discount_beyond_a_fifth_is_below_list() {
        assertThat(RULES.findings(line("P2", Optional.empty(), 1, 16))).isEmpty();
        assertThat(RULES.findings(line("P2", Optional.empty(), 1, 15)))
                .containsExactly(new Finding("L1", Finding.Kind.BELOW_LIST, Optional.empty(), 16, 15, -1));
    }

    @Test
    void a_price_under_cost_and_margin_is_told_whatever_was_agreed() {
        SoldLine dear = new SoldLine(
                "L1", "C1", "P1", DAY, Optional.of("K1"), 1, 10, OptionalDouble.empty(), OptionalDouble.of(9.9));

        assertThat(RULES.findings(dear))
                .containsExactly(
                        new Finding("L1", Finding.Kind.BELOW_MARGIN, Optional.of("K1"), 9.9 / 0.9, 10, 10 - 9.9 / 0.9));
    }

    @Test
    void leakage_is_money_past_the_contract_over_money_it_covers_each_line_once() {
        List<SoldLine> lines = List.of(
                line("P1", Optional.of("K1"), 5, 10),
                line("P1", Optional.empty(), 2, 20),
                line("P1", Optional.empty(), -1, 10),
                line("P2", Optional.empty(), 100, 20));

        assertThat(RULES.leakage(lines).orElseThrow()).isCloseTo((40 + 10) / 100.0, within(1e-12));
    }

    @Test
    void nothing_covered_has_no_leakage_and_no_number_no_finding() {
        assertThat(RULES.leakage(List.of(line("P2", Optional.empty(), 1, 20)))).isEmpty();
        assertThat(RULES.leakage(List.of(line("P1", Optional.empty(), 0, 20)))).isEmpty();
        assertThat(RULES.findings(line("P1", Optional.empty(), 1, Double.NaN))).isEmpty();
        assertThat(RULES.findings(line("P1", Optional.of("K2"), 0, 9))).isEmpty();
    }

    private static SoldLine line(String product, Optional<String> contract, double quantity, double price) {
        return new SoldLine(
                "L1", "C1", product, DAY, contract, quantity, price, OptionalDouble.of(20), OptionalDouble.empty());
    }
}
