package org.offtake.patterns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.offtake.patterns.contract.Agreements.END;
import static org.offtake.patterns.contract.Agreements.START;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalTime;

class ProjectionTest {
    private static final OperationalTime DAYS = OperationalTime.calendarDays();
    private static final Outlook OUTLOOK = Agreements.everyTenDays(List.of(), List.of());
    private static final LocalDate FIFTY_LEFT = END.minusDays(50);

    @Test
    void the_rest_comes_on_top_of_what_was_taken() {
        Projection projection = of(Agreements.ofValue(1_000), 600, FIFTY_LEFT, OUTLOOK);

        assertThat(projection.expected().orElseThrow()).isCloseTo(1_100, within(1e-6));
        double below900 = Rest.of(OUTLOOK, 50).cdf(300);
        assertThat(projection.probabilityShort().orElseThrow()).isCloseTo(below900, within(1e-12));
        assertThat(projection.probabilityAbove(Projection.AHEAD).orElseThrow())
                .isCloseTo(1 - Rest.of(OUTLOOK, 50).cdf(600), within(1e-12));
        assertThat(projection.probabilityExhausted(4).orElseThrow())
                .isCloseTo(1 - Rest.of(OUTLOOK, 22).cdf(400), within(1e-12));
    }

    @Test
    void an_interval_leaves_as_much_below_as_above() {
        Projection projection = of(Agreements.ofValue(1_000), 600, FIFTY_LEFT, OUTLOOK);
        Interval wide = projection.interval(0.95).orElseThrow();
        Interval narrow = projection.interval(0.8).orElseThrow();

        assertThat(Rest.of(OUTLOOK, 50).cdf(narrow.low() - 600)).isCloseTo(0.1, within(1e-8));
        assertThat(Rest.of(OUTLOOK, 50).cdf(narrow.high() - 600)).isCloseTo(0.9, within(1e-8));
        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
        assertThat(narrow.holds(1_100)).isTrue();
    }

    @Test
    void before_a_third_of_the_term_only_the_interval_is_shown() {
        LocalDate day121 = START.plusDays(120);
        Projection early = of(Agreements.ofValue(5_000), 100, day121, OUTLOOK);
        Projection later = of(Agreements.ofValue(5_000), 100, day121.plusDays(1), OUTLOOK);

        assertThat(early.interval(0.8)).isPresent();
        assertThat(early.probabilityShort()).isEmpty();
        assertThat(early.probabilityAbove(1.2)).isEmpty();
        assertThat(early.probabilityExhausted(4)).isEmpty();
        assertThat(later.probabilityShort()).isPresent();
    }

    @Test
    void on_the_last_day_all_is_known() {
        Projection shortOf = of(Agreements.ofValue(1_000), 899, END, OUTLOOK);
        Projection enough = of(Agreements.ofValue(1_000), 900, END.plusDays(9), Outlook.unknown());

        assertThat(shortOf.probabilityShort()).isEqualTo(OptionalDouble.of(1));
        assertThat(enough.probabilityShort()).isEqualTo(OptionalDouble.of(0));
        assertThat(enough.interval(0.95)).contains(new Interval(900, 900));
    }

    @Test
    void what_is_exhausted_is_so_for_certain() {
        assertThat(of(Agreements.ofValue(1_000), 1_000, FIFTY_LEFT, OUTLOOK).probabilityExhausted(4))
                .isEqualTo(OptionalDouble.of(1));
        assertThat(of(Agreements.ofValue(1_000), 600, END.minusDays(7), OUTLOOK).probabilityExhausted(4))
                .isEqualTo(OptionalDouble.of(0));
    }

    @Test
    void before_the_start_the_whole_term_is_the_rest() {
        assertThat(of(Agreements.ofValue(1_000), 0, START.minusYears(1), OUTLOOK)
                        .expected()
                        .orElseThrow())
                .isCloseTo(3_650, within(1e-6));
    }

    @Test
    void hostile_contracts_have_an_answer_and_it_is_a_number() {
        List<Contract> contracts = List.of(
                Agreements.ofValue(0),
                Agreements.ofValue(-50),
                Agreements.of("K1", Measure.RATE_ONLY, 10, START, END),
                Agreements.of("K1", Measure.VALUE, 10, END, END.minusDays(9)),
                Agreements.of("K1", Measure.QUANTITY, 1e-9, START, START),
                Agreements.ofValue(1e12));
        for (Contract contract : contracts) {
            for (double actual : new double[] {-1e6, 0, 1e9}) {
                for (Outlook outlook : List.of(OUTLOOK, Outlook.unknown(), hopeless())) {
                    Stream.of(START.minusDays(9), START, FIFTY_LEFT, END, END.plusYears(9))
                            .map(day -> of(contract, actual, day, outlook))
                            .forEach(ProjectionTest::assertAnswers);
                }
            }
        }
    }

    @Test
    void nothing_committed_is_nothing_to_fall_short_of() {
        for (double amount : new double[] {0, -50}) {
            assertThat(of(Agreements.ofValue(amount), 600, FIFTY_LEFT, OUTLOOK).probabilityShort())
                    .isEmpty();
            assertThat(of(Agreements.ofValue(amount), 600, FIFTY_LEFT, OUTLOOK).interval(0.8))
                    .isPresent();
        }
        assertThat(of(Agreements.of("K1", Measure.VALUE, 10, END, END.minusDays(9)), 5, START, OUTLOOK)
                        .interval(0.8))
                .isEmpty();
    }

    @Test
    void without_history_nothing_is_said_of_the_rest() {
        Projection projection = of(Agreements.ofValue(1_000), 600, FIFTY_LEFT, Outlook.unknown());

        assertThat(projection.expected()).isEmpty();
        assertThat(projection.interval(0.8)).isEqualTo(Optional.empty());
        assertThat(projection.probabilityShort()).isEmpty();
    }

    @Test
    void returns_beyond_purchases_make_the_rest_harder() {
        assertThat(of(Agreements.ofValue(1_000), -500, FIFTY_LEFT, OUTLOOK)
                        .probabilityShort()
                        .orElseThrow())
                .isGreaterThan(0.99);
    }

    /** Rates, gaps and sizes at the edge of what can be counted. */
    private static Outlook hopeless() {
        return new Outlook(
                new OrderRate(1e-3, 1e6),
                40,
                1e7,
                new OrderValue(1e-6, 1e9, 0.01),
                List.of(new Change(0.5, 1e-9, 1e-9), new Change(0.5, 0, 0)),
                List.of(new Hazard(1e6, 1, 0)),
                50);
    }

    private static void assertAnswers(Projection projection) {
        projection.expected().ifPresent(it -> assertThat(it).isFinite());
        projection.interval(0.95).ifPresent(it -> {
            assertThat(it.low()).isFinite();
            assertThat(it.high()).isFinite().isGreaterThanOrEqualTo(it.low());
        });
        Stream.of(
                        projection.probabilityShort(),
                        projection.probabilityAbove(Projection.AHEAD),
                        projection.probabilityExhausted(4))
                .flatMapToDouble(OptionalDouble::stream)
                .forEach(it -> assertThat(it).isBetween(0.0, 1.0));
    }

    private static Projection of(Contract contract, double actual, LocalDate day, Outlook outlook) {
        return Projection.of(contract, actual, day, outlook, DAYS);
    }
}
