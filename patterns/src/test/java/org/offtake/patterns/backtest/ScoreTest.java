package org.offtake.patterns.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.backtest.LabelledSet.Period;
import org.offtake.patterns.backtest.Score.Told;
import org.offtake.patterns.detect.Kind.Direction;
import org.offtake.patterns.detect.OrderDay;

/** Day 0 is the first, 365 the first that is scored, 729 the last. */
class ScoreTest {
    private static final int ONSET = 450;

    private static Customer customer(String id, int... days) {
        return new Customer(
                id,
                "S",
                "AM",
                100,
                Arrays.stream(days)
                        .mapToObj(day -> new OrderDay(day, Map.of("A", 1.0)))
                        .toList());
    }

    private static LabelledSet set(Set<String> excluded, Deviation... deviations) {
        Map<String, Customer> customers = new TreeMap<>();
        for (String id : List.of("C1", "C2", "C3")) {
            customers.put(id, customer(id, 0, 10, 40, 360, 370, 700));
        }
        Map<String, Deviation> labels = new TreeMap<>();
        Stream.of(deviations).forEach(deviation -> labels.put(deviation.customer(), deviation));
        return new LabelledSet(customers, labels, excluded, Period.of(0, 729));
    }

    private static Deviation down(String customer) {
        return new Deviation(customer, "STOP", ONSET, Direction.DOWN);
    }

    private static Score score(Told... ofC1) {
        return Score.of(set(Set.of(), down("C1")), Map.of("C1", List.of(ofC1)));
    }

    private static Told down(int day) {
        return new Told(day, Direction.DOWN);
    }

    private static Told up(int day) {
        return new Told(day, Direction.UP);
    }

    @Test
    void alarms_within_45_days_of_the_last_kept_one_are_dropped() {
        assertThat(Score.kept(List.of(down(400), down(444), down(445), down(480), down(490))))
                .containsExactly(down(400), down(445), down(490));
        assertThat(Score.kept(List.of())).isEmpty();
        Score none = Score.of(set(Set.of()), Map.of("C2", List.of(down(400), up(444), down(445))));
        assertThat(none.falseAlarms()).isEqualTo(2);
    }

    @Test
    void days_after_the_last_one_are_no_exposure() {
        Deviation later = new Deviation("C1", "STOP", 50_000, Direction.DOWN);
        assertThat(Score.of(set(Set.of("C2", "C3"), later), Map.of()).exposure())
                .isEqualTo(729 - 365 + 1);
    }

    @Test
    void an_alarm_in_the_right_direction_from_the_onset_for_180_days_is_a_hit() {
        assertThat(score(down(ONSET)).hits()).isEqualTo(1);
        assertThat(score(down(ONSET + 179)).hits()).isEqualTo(1);
        assertThat(score(down(ONSET - 1)).hits()).isZero();
        assertThat(score(down(ONSET + 180)).hits()).isZero();
        assertThat(score(up(ONSET + 10)).hits()).isZero();
        assertThat(score(down(ONSET + 10), down(ONSET + 60)).hits()).isEqualTo(1);
    }

    @Test
    void an_alarm_before_the_onset_or_in_the_wrong_direction_within_180_days_is_false() {
        assertThat(score(down(ONSET - 1)).falseAlarms()).isEqualTo(1);
        assertThat(score(up(ONSET - 60), up(ONSET)).falseAlarms()).isEqualTo(2);
        assertThat(score(up(ONSET + 179)).falseAlarms()).isEqualTo(1);
        assertThat(score(down(ONSET + 10)).falseAlarms()).isZero();
    }

    @Test
    void later_alarms_are_neither() {
        Score later = score(up(ONSET + 180), down(ONSET + 230));
        assertThat(later.hits()).isZero();
        assertThat(later.falseAlarms()).isZero();
        assertThat(later.deviations()).isEqualTo(1);
    }

    @Test
    void an_alarm_before_the_onset_hides_the_hit_within_45_days_of_it() {
        Score score = score(down(ONSET - 10), down(ONSET + 30));
        assertThat(score.hits()).isZero();
        assertThat(score.falseAlarms()).isEqualTo(1);
    }

    @Test
    void excluded_customers_count_for_nothing() {
        Score score = Score.of(
                set(Set.of("C1", "C2"), down("C1")),
                Map.of("C1", List.of(down(ONSET + 10)), "C2", List.of(down(500), up(600))));
        assertThat(score).isEqualTo(new Score(0, 0, 0, 365, score.horizon(), List.of(), List.of()));
    }

    @Test
    void only_the_customers_that_are_asked_for_count() {
        Map<String, List<Told>> alarms = Map.of("C1", List.of(down(ONSET + 10)), "C2", List.of(down(500)));
        Score one = Score.of(
                set(Set.of(), down("C1")), alarms, customer -> customer.id().equals("C1"));
        assertThat(one.hits()).isEqualTo(1);
        assertThat(one.falseAlarms()).isZero();
        assertThat(one.exposure()).isEqualTo(ONSET - 365);
    }

    @Test
    void exposure_is_the_scored_days_up_to_the_onset_and_all_of_them_without_a_deviation() {
        assertThat(score().exposure()).isEqualTo(ONSET - 365 + 2 * 365);
        Deviation early = new Deviation("C1", "STOP", 300, Direction.DOWN);
        assertThat(Score.of(set(Set.of("C2", "C3"), early), Map.of()).exposure())
                .isZero();
    }

    @Test
    void the_own_interval_is_the_mean_gap_of_the_days_that_teach() {
        LabelledSet set = set(Set.of());
        assertThat(Score.ownInterval(set, customer("C", 0, 10, 40, 360, 370, 700)))
                .isEqualTo(120);
        assertThat(Score.ownInterval(set, customer("C", 5, 370))).isZero();
        assertThat(Score.ownInterval(set, customer("C"))).isZero();
        assertThat(score(down(ONSET + 30)).intervals()).containsExactly(0.25);
    }

    @Test
    void delays_are_of_the_first_right_alarm_and_their_median_is_told() {
        Score score = Score.of(
                set(Set.of(), down("C1"), down("C2"), down("C3")),
                Map.of(
                        "C1", List.of(down(ONSET + 90), down(ONSET + 140)),
                        "C2", List.of(down(ONSET + 10)),
                        "C3", List.of(up(ONSET + 1), down(ONSET + 50))));
        assertThat(score.delays()).containsExactly(10, 50, 90);
        assertThat(score.medianDelay()).isEqualTo(50);
        assertThat(score.medianIntervals()).isCloseTo(50 / 120.0, within(1e-12));
        assertThat(score.precision()).isEqualTo(0.75);
        assertThat(score.recall()).isEqualTo(1);
        assertThat(score().medianDelay()).isEqualTo(-1);
    }

    /** 4 false in 30,400 customer-days are .4 a month for 100; c = 1 - exp(-.4 180 / 30.4 / 100) = .0234059. */
    @Test
    void recall_beyond_luck_is_worked_out_from_the_rate_of_false_alarms() {
        Score score = new Score(10, 6, 4, 30_400, 180, List.of(), List.of());
        assertThat(score.falsePerMonth()).isCloseTo(0.4, within(1e-12));
        assertThat(score.chanceAdjustedRecall()).isCloseTo((0.6 - 0.0234059) / (1 - 0.0234059), within(1e-6));
        assertThat(score.precision()).isEqualTo(0.6);
    }

    @Test
    void nothing_to_score_gives_numbers_all_the_same() {
        for (Score score : List.of(
                new Score(0, 0, 0, 0, 180, List.of(), List.of()),
                new Score(0, 0, 5, 0, 180, List.of(), List.of()),
                new Score(3, 3, 0, 0, 180, List.of(), List.of()),
                new Score(3, 3, 1_000, 1, 180, List.of(), List.of()),
                new Score(3, 0, 1_000, 1, 180, List.of(), List.of()))) {
            assertThat(new double[] {
                        score.precision(),
                        score.recall(),
                        score.falsePerMonth(),
                        score.chanceAdjustedRecall(),
                        score.medianDelay(),
                        score.medianIntervals()
                    })
                    .satisfies(numbers -> assertThat(Arrays.stream(numbers).allMatch(Double::isFinite))
                            .isTrue());
        }
    }
}
