package org.offtake.patterns.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every history has an answer, or is refused by the name and value of what is wrong with it. */
class HostileHistoriesTest {
    private static final List<Long> REPEATS = List.of(0L, 1L, 2L, 30L, 300L, 3_000L, 1_000_000L);
    private static final List<Double> OBSERVED = List.of(0.0, 1e-12, 0.001, 1.0, 39.0, 5_000.0, 1e12, 9e99);
    private static final List<Double> AHEAD = List.of(0.0, 1e-12, 0.1, 1.0, 52.0, 1e4, 1e12, 9e99);

    static Stream<BuyTillYouDie> models() {
        return Stream.of(
                new BgNbd(0.243, 4.414, 0.793, 2.426),
                new BgNbd(12, 300, 1, 1e-4),
                new BgNbd(0.01, 1e-3, 1e-4, 0.5),
                new MbgNbd(0.525, 6.183, 0.891, 1.614),
                new MbgNbd(3, 1e4, 1e4, 3e4),
                new MbgNbd(0.01, 1e-3, 1e-4, 1e-4),
                new ParetoNbd(0.553, 10.578, 0.606, 11.669),
                new ParetoNbd(20, 400, 1, 50),
                new ParetoNbd(2, 7, 3, 7),
                new ParetoNbd(0.1, 1e-3, 1e-3, 1e4));
    }

    static Stream<PurchaseHistory> histories() {
        return REPEATS.stream().flatMap(repeats -> OBSERVED.stream().flatMap(observed -> Stream.of(0.0, 1e-9, 0.5, 1.0)
                .filter(share -> repeats > 0 || share == 0)
                .map(share -> new PurchaseHistory(repeats, share * observed, observed))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_history_has_a_finite_likelihood_and_a_probability_to_be_alive(BuyTillYouDie model) {
        assertThat(histories()).allSatisfy(history -> {
            assertThat(model.logLikelihood(history)).isFinite();
            assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_more_time_ahead_the_more_purchases_are_expected(BuyTillYouDie model) {
        assertThat(histories()).allSatisfy(history -> {
            double before = 0;
            for (double ahead : AHEAD) {
                double expected = model.expectedPurchases(history, ahead);
                assertThat(expected).isGreaterThanOrEqualTo(before * (1 - 1e-9)).isNotNaN();
                before = expected;
            }
        });
        assertThat(model.expectedPurchases(new PurchaseHistory(3, 20, 39), 0)).isZero();
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_longer_a_new_customer_is_followed_the_more_purchases_are_expected(BuyTillYouDie model) {
        double before = 0;
        for (double within : AHEAD) {
            double expected = model.expectedOfNewCustomer(within);
            assertThat(expected).isGreaterThanOrEqualTo(before * (1 - 1e-9)).isNotNaN();
            before = expected;
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void silence_makes_a_customer_less_likely_to_be_alive(BuyTillYouDie model) {
        for (long repeats : REPEATS) {
            double last = repeats == 0 ? 0 : 10;
            double before = 1;
            for (double silence = 0; silence < 400; silence += 7) {
                double alive = model.probabilityAlive(new PurchaseHistory(repeats, last, last + silence));
                assertThat(alive).isLessThanOrEqualTo(before + 1e-12);
                before = alive;
            }
        }
    }

    @Test
    void counts_have_probabilities_however_many_and_however_soon() {
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        for (long repeats : REPEATS) {
            for (double within : OBSERVED) {
                assertThat(model.probabilityOfRepeats(repeats, within)).isBetween(0.0, 1.0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, 1e100, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void times_that_are_no_times_are_refused_by_name_and_value(double wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseHistory(1, 0, wrong))
                .withMessageContaining("the time observed is " + wrong);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseHistory(1, wrong, 39))
                .withMessageContaining("the time of the last purchase is " + wrong);
        assertThat(models()).allSatisfy(model -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.expectedPurchases(new PurchaseHistory(0, 0, 39), wrong))
                    .withMessageContaining("the time ahead is " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.expectedOfNewCustomer(wrong))
                    .withMessageContaining("the time is " + wrong);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void parameters_that_are_none_are_refused_by_name_and_value(double wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgNbd(1, 1, wrong, 1))
                .withMessage("a is " + wrong + "; it must be above 0, and below 1.0E100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MbgNbd(1, wrong, 1, 1))
                .withMessageContaining("alpha is " + wrong);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParetoNbd(1, 1, 1, wrong))
                .withMessageContaining("beta is " + wrong);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgBb(1, 1, wrong, 1))
                .withMessageContaining("gamma is " + wrong);
    }

    @Test
    void histories_that_cannot_be_are_refused_by_what_contradicts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseHistory(-1, 0, 39))
                .withMessage("the number of repeat purchases is -1; it must be 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseHistory(1, 40, 39))
                .withMessageContaining("is 40.0, after the end of the time observed, which is 39.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseHistory(0, 5, 39))
                .withMessageContaining("is 5.0 but there is no repeat purchase");
    }
}
