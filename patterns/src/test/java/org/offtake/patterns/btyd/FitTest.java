package org.offtake.patterns.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final int CUSTOMERS = 6_000;

    @Test
    void bg_nbd_finds_the_parameters_its_customers_were_drawn_from() {
        isRecovered(BgNbd.fit(new Simulated(1).bgNbd(new BgNbd(0.8, 6, 0.9, 3), CUSTOMERS)), 0.8, 6, 0.9, 3);
    }

    @Test
    void mbg_nbd_finds_the_parameters_its_customers_were_drawn_from() {
        isRecovered(MbgNbd.fit(new Simulated(2).mbgNbd(new MbgNbd(1.4, 9, 0.6, 2), CUSTOMERS)), 1.4, 9, 0.6, 2);
    }

    @Test
    void pareto_nbd_finds_the_parameters_its_customers_were_drawn_from() {
        isRecovered(
                ParetoNbd.fit(new Simulated(3).paretoNbd(new ParetoNbd(1.2, 8, 0.7, 12), CUSTOMERS)), 1.2, 8, 0.7, 12);
    }

    @Test
    void gamma_gamma_finds_the_parameters_its_customers_were_drawn_from() {
        isRecovered(GammaGamma.fit(new Simulated(4).gammaGamma(new GammaGamma(5, 4, 30), CUSTOMERS)), 5, 4, 30);
    }

    private static void isRecovered(Fit<?> fit, double... drawnFrom) {
        assertThat(fit.estimates()).hasSize(drawnFrom.length);
        for (int i = 0; i < drawnFrom.length; i++) {
            Estimate estimate = fit.estimates().get(i);
            assertThat(estimate.value())
                    .as(estimate.name())
                    .isCloseTo(drawnFrom[i], within(3 * estimate.standardError()));
            assertThat(estimate.standardError()).isLessThan(drawnFrom[i] / 3);
        }
    }

    @Test
    void customers_come_in_any_order_and_the_fit_is_the_same_to_the_last_digit() {
        Cohort cohort = new Simulated(5).mbgNbd(new MbgNbd(1.4, 9, 0.6, 2), 400);
        List<PurchaseHistory> customers = new ArrayList<>();
        cohort.rows().forEach(row -> customers.addAll(Collections.nCopies((int) row.customers(), row.history())));
        Collections.reverse(customers);
        assertThat(MbgNbd.fit(Cohort.of(customers))).isEqualTo(MbgNbd.fit(cohort));
    }

    @Test
    void equal_customers_are_one_row_and_count_as_many() {
        PurchaseHistory one = new PurchaseHistory(2, 30, 39);
        PurchaseHistory other = new PurchaseHistory(0, -0.0, 39);
        Cohort cohort = Cohort.of(List.of(one, other, new PurchaseHistory(0, 0.0, 39), one, one));
        assertThat(cohort.rows()).containsExactly(new Cohort.Row(other, 2), new Cohort.Row(one, 3));
        assertThat(cohort.customers()).isEqualTo(5);
        assertThat(cohort.repeaters()).isEqualTo(3);
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        assertThat(model.logLikelihood(cohort))
                .isCloseTo(3 * model.logLikelihood(one) + 2 * model.logLikelihood(other), within(1e-12));
    }

    @Test
    void another_unit_of_time_gives_the_same_customers() {
        MbgNbd drawn = new MbgNbd(1.4, 9, 0.6, 2);
        Fit<MbgNbd> weeks = MbgNbd.fit(new Simulated(6).mbgNbd(drawn, 1_000));
        Fit<MbgNbd> seconds = MbgNbd.fit(new Cohort(new Simulated(6)
                .mbgNbd(drawn, 1_000).rows().stream()
                        .map(row -> new Cohort.Row(
                                new PurchaseHistory(
                                        row.history().repeats(),
                                        row.history().last() * 604_800,
                                        row.history().observed() * 604_800),
                                row.customers()))
                        .toList()));
        assertThat(seconds.model().r()).isCloseTo(weeks.model().r(), within(1e-4));
        assertThat(seconds.model().alpha()).isCloseTo(weeks.model().alpha() * 604_800, within(100.0));
        assertThat(seconds.model().a()).isCloseTo(weeks.model().a(), within(1e-4));
    }

    @Test
    void without_customers_who_came_back_nothing_is_fitted() {
        Cohort nobody = Cohort.of(List.of());
        Cohort once = Cohort.of(Collections.nCopies(500, new PurchaseHistory(0, 0, 39)));
        Cohort atOnce = Cohort.of(Collections.nCopies(500, new PurchaseHistory(3, 0, 0)));
        for (Cohort cohort : List.of(nobody, once, atOnce)) {
            tooLittle(() -> BgNbd.fit(cohort));
            tooLittle(() -> MbgNbd.fit(cohort));
            tooLittle(() -> ParetoNbd.fit(cohort));
        }
        tooLittle(() -> GammaGamma.fit(List.of(Spend.NONE, new Spend(2, 5))));
        tooLittle(() -> BgBb.fit(Map.of(new PeriodHistory(0, 0, 6), 100L)));
    }

    private static void tooLittle(ThrowingCallable fit) {
        assertThatExceptionOfType(NotFitted.class)
                .isThrownBy(fit)
                .withMessageContaining("cannot be fitted")
                .withMessageContaining("take more customers together")
                .extracting(NotFitted::reason)
                .isEqualTo(NotFitted.Reason.TOO_LITTLE_DATA);
    }

    /** All alike: the better the more the rates are alike, without end. */
    @Test
    void customers_who_do_not_differ_do_not_tell_how_customers_differ() {
        Cohort alike = Cohort.of(Collections.nCopies(500, new PurchaseHistory(6, 36, 39)));
        List<Spend> spends =
                IntStream.range(0, 200).mapToObj(i -> new Spend(4, 25)).toList();
        noMaximum(() -> BgNbd.fit(alike));
        noMaximum(() -> MbgNbd.fit(alike));
        noMaximum(() -> ParetoNbd.fit(alike));
        noMaximum(() -> GammaGamma.fit(spends));
    }

    private static void noMaximum(ThrowingCallable fit) {
        assertThatExceptionOfType(NotFitted.class)
                .isThrownBy(fit)
                .extracting(NotFitted::reason)
                .isEqualTo(NotFitted.Reason.NO_MAXIMUM);
    }
}
