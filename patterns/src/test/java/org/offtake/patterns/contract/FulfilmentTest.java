package org.offtake.patterns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.offtake.patterns.contract.Agreements.END;
import static org.offtake.patterns.contract.Agreements.START;
import static org.offtake.patterns.contract.Agreements.taken;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalTime;

class FulfilmentTest {
    private static final LocalDate DAY_73 = START.plusDays(72);
    private static final List<Taken> TAKEN = List.of(
            taken(START.minusDays(1), 900), taken(START, 100), taken(DAY_73, -20), taken(DAY_73.plusDays(1), 700));

    @Test
    void a_fifth_of_the_term_with_four_fifths_of_what_was_due() {
        Fulfilment fulfilment = of(Agreements.ofValue(500));

        assertThat(fulfilment.actual()).isEqualTo(80);
        assertThat(fulfilment.expected()).isCloseTo(100, within(1e-9));
        assertThat(fulfilment.ratio().orElseThrow()).isCloseTo(0.8, within(1e-9));
        assertThat(fulfilment.behind()).isCloseTo(20, within(1e-9));
        assertThat(fulfilment.remaining()).isEqualTo(420);
    }

    @Test
    void a_quantity_contract_counts_units() {
        Fulfilment fulfilment = of(Agreements.of("K1", Measure.QUANTITY, 500, START, END));

        assertThat(fulfilment.actual()).isEqualTo(8);
    }

    @Test
    void a_rate_only_contract_has_no_ratio() {
        Fulfilment fulfilment = of(Agreements.of("K1", Measure.RATE_ONLY, 0, START, END));

        assertThat(fulfilment.actual()).isEqualTo(80);
        assertThat(fulfilment.ratio()).isEmpty();
        assertThat(fulfilment.remaining()).isZero();
        assertThat(fulfilment.behind()).isZero();
    }

    @Test
    void the_run_rate_leaves_out_the_best_and_the_worst_of_thirteen_weeks() {
        List<Taken> weekly = new ArrayList<>();
        for (int week = 0; week < 13; week++) {
            weekly.add(taken(END.minusDays(7L * week), week == 4 ? 1_000 : 10));
        }
        RunRate rate = RunRate.of(Measure.VALUE, weekly, END);

        assertThat(rate.perWeek()).isCloseTo(10, within(1e-9));
        assertThat(rate.weeksFor(45)).isEqualTo(OptionalDouble.of(4.5));
        assertThat(rate.weeksFor(-1)).isEqualTo(OptionalDouble.of(0));
    }

    @Test
    void the_forecast_adds_the_weeks_that_are_left() {
        RunRate rate = new RunRate(10);

        assertThat(rate.forecast(Agreements.ofValue(400), 300, END.minusDays(28))
                        .orElseThrow())
                .isCloseTo(0.85, within(1e-9));
        assertThat(rate.forecast(Agreements.ofValue(400), 300, END.plusDays(28)).orElseThrow())
                .isCloseTo(0.75, within(1e-9));
    }

    @Test
    void without_purchases_the_run_rate_is_nought_and_the_rest_never_done() {
        RunRate rate = RunRate.of(Measure.VALUE, List.of(), END);

        assertThat(rate.perWeek()).isZero();
        assertThat(rate.weeksFor(1)).isEmpty();
    }

    private static Fulfilment of(Contract contract) {
        return Fulfilment.of(new AgreedPath(contract, OperationalTime.calendarDays()), TAKEN, DAY_73);
    }
}
