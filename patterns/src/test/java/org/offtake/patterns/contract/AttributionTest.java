package org.offtake.patterns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offtake.patterns.contract.Agreements.END;
import static org.offtake.patterns.contract.Agreements.START;
import static org.offtake.patterns.contract.Agreements.taken;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final Contract YEAR = Agreements.of("K1", Measure.VALUE, 100, START, END);
    private static final Contract HALF = Agreements.of("K2", Measure.VALUE, 100, JULY, END);

    @Test
    void an_event_counts_once_for_the_contract_that_began_last() {
        Map<String, List<Taken>> by = Attribution.of(
                List.of(YEAR, HALF), List.of(taken(START, 1), taken(JULY, 2), taken(END.plusDays(1), 4)));

        assertThat(by.get("K1")).containsExactly(taken(START, 1));
        assertThat(by.get("K2")).containsExactly(taken(JULY, 2));
    }

    @Test
    void of_contracts_that_began_together_the_one_that_ends_first_counts() {
        Contract shorter = Agreements.of("K9", Measure.VALUE, 100, START, JULY);

        assertThat(Attribution.on(List.of(YEAR, shorter), START)).contains(shorter);
        assertThat(Attribution.on(List.of(shorter, YEAR), START)).contains(shorter);
        assertThat(Attribution.on(List.of(YEAR, shorter), END)).contains(YEAR);
    }

    @Test
    void a_contract_that_ends_before_it_starts_gets_nothing() {
        Contract backwards = Agreements.of("K3", Measure.VALUE, 100, END, END.minusYears(1));

        assertThat(Attribution.on(List.of(backwards, YEAR), JULY)).contains(YEAR);
        assertThat(Attribution.on(List.of(backwards), JULY)).isEmpty();
    }
}
