package org.offtake.patterns.btyd;

import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fader, Hardie and Shang (2010), Marketing Science 29(6): 11,104 donors who first gave in 1995, by year up to 2001. */
class BgBbPublishedTest {
    /** Their table 1, as the Python package lifetimes ships it: repeat gifts, year of the last one, donors. */
    private static final Map<PeriodHistory, Long> DONORS = Stream.of(
                    "0 0 3464",
                    "1 1 1091",
                    "1 2 277",
                    "1 3 129",
                    "1 4 78",
                    "1 5 119",
                    "1 6 129",
                    "2 2 613",
                    "2 3 255",
                    "2 4 155",
                    "2 5 173",
                    "2 6 234",
                    "3 3 322",
                    "3 4 181",
                    "3 5 225",
                    "3 6 357",
                    "4 4 240",
                    "4 5 284",
                    "4 6 512",
                    "5 5 335",
                    "5 6 728",
                    "6 6 1203")
            .map(row -> row.split(" ", -1))
            .collect(toMap(
                    row -> new PeriodHistory(Integer.parseInt(row[0]), Integer.parseInt(row[1]), 6),
                    row -> Long.parseLong(row[2])));

    private static final Fit<BgBb> FIT = BgBb.fit(DONORS);

    @Test
    void there_are_as_many_donors_as_in_the_paper() {
        assertThat(DONORS).hasSize(22);
        assertThat(DONORS.values().stream().collect(summingLong(Long::longValue)))
                .isEqualTo(11_104);
    }

    @Test
    void the_fit_is_the_published_one() {
        Printed.isReached("1.204", FIT.model().alpha());
        Printed.isReached("0.750", FIT.model().beta());
        Printed.isReached("0.657", FIT.model().gamma());
        Printed.isReached("2.783", FIT.model().delta());
        assertThat(FIT.logLikelihood()).isCloseTo(-33225.581274, within(1e-5));
    }

    @Test
    void gifts_of_the_next_five_years_are_those_of_the_spreadsheet() {
        double total = DONORS.entrySet().stream()
                .mapToDouble(row -> row.getValue() * FIT.model().expectedPurchases(row.getKey(), 5))
                .sum();
        Printed.isReached("12884.2", total);
        assertThat(total).isCloseTo(12884.2, within(0.05));
    }

    @Test
    void donors_by_number_of_gifts_are_those_of_the_spreadsheet() {
        assertThat(11_104 * FIT.model().probabilityOfRepeats(0, 6)).isCloseTo(3454.9, within(0.05));
        assertThat(11_104 * FIT.model().probabilityOfRepeats(6, 6)).isCloseTo(1253.1, within(0.05));
    }

    @Test
    void donors_are_alive_in_2002_as_in_table_6() {
        Printed.isReached("0.11", FIT.model().probabilityAlive(new PeriodHistory(0, 0, 6), 1));
        Printed.isReached("0.59", FIT.model().probabilityAlive(new PeriodHistory(2, 4, 6), 1));
        Printed.isReached("0.93", FIT.model().probabilityAlive(new PeriodHistory(6, 6, 6), 1));
    }

    @Test
    void all_histories_together_are_certain_and_agree_with_the_counts() {
        Map<Integer, Double> byRepeats = IntStream.rangeClosed(0, 6)
                .boxed()
                .flatMap(last ->
                        IntStream.rangeClosed(0, last).mapToObj(x -> new PeriodHistory(x, x == 0 ? 0 : last, 6)))
                .distinct()
                .collect(Collectors.groupingBy(
                        PeriodHistory::repeats,
                        Collectors.summingDouble(
                                history -> ways(history) * Math.exp(FIT.model().logLikelihood(history)))));
        assertThat(byRepeats.values().stream().mapToDouble(share -> share).sum())
                .isCloseTo(1, within(1e-12));
        byRepeats.forEach((repeats, share) ->
                assertThat(FIT.model().probabilityOfRepeats(repeats, 6)).isCloseTo(share, within(1e-12)));
        assertThat(byRepeats.entrySet().stream()
                        .mapToDouble(row -> row.getKey() * row.getValue())
                        .sum())
                .isCloseTo(FIT.model().expectedOfNewCustomer(6), within(1e-12));
    }

    /** How many orders of gifts and no gifts share this history: the last one is fixed. */
    private static double ways(PeriodHistory history) {
        double ways = 1;
        for (int chosen = 1; chosen < history.repeats(); chosen++) {
            ways *= (double) (history.last() - chosen) / chosen;
        }
        return ways;
    }

    @Test
    void a_history_that_cannot_be_and_one_without_end_have_an_answer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeriodHistory(3, 2, 6))
                .withMessageContaining("3 periods");
        BgBb model = FIT.model();
        PeriodHistory longest = new PeriodHistory(100_000, 200_000, 300_000);
        assertThat(model.probabilityAlive(longest, 1)).isBetween(0.0, 1.0);
        assertThat(model.expectedPurchases(longest, 10)).isBetween(0.0, 10.0);
        assertThat(model.probabilityOfRepeats(7, 6)).isZero();
    }
}
