package org.offtake.sample.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final int DRAWS = 40_000;

    @Test
    void every_draw_has_the_mean_it_promises() {
        assertThat(mean(it -> it.gamma(2.5, 21))).isCloseTo(21, within(0.4));
        assertThat(mean(it -> it.lognormal(0.6))).isCloseTo(1, within(0.02));
        assertThat(mean(it -> it.poisson(3.2))).isCloseTo(3.2, within(0.05));
        assertThat(mean(it -> it.chance(0.02) ? 1 : 0)).isCloseTo(0.02, within(0.003));
        assertThat(mean(it -> it.between(1, 6))).isCloseTo(3.5, within(0.05));
    }

    @Test
    void the_spread_of_a_gamma_is_its_mean_over_the_root_of_its_shape() {
        double variance = mean(it -> StrictMath.pow(it.gamma(4, 20) - 20, 2));

        assertThat(StrictMath.sqrt(variance)).isCloseTo(10, within(0.3));
    }

    @Test
    void the_same_question_has_the_same_answer_and_a_neighbour_another() {
        assertThat(Dice.of(1, "order", 7, 3).between(0, 1_000_000))
                .isEqualTo(Dice.of(1, "order", 7, 3).between(0, 1_000_000))
                .isNotEqualTo(Dice.of(1, "order", 7, 4).between(0, 1_000_000))
                .isNotEqualTo(Dice.of(1, "order", 8, 3).between(0, 1_000_000))
                .isNotEqualTo(Dice.of(2, "order", 7, 3).between(0, 1_000_000));
    }

    private static double mean(ToDoubleFunction<Dice> draw) {
        return IntStream.range(0, DRAWS)
                .mapToDouble(it -> draw.applyAsDouble(Dice.of(11, "mean", it)))
                .average()
                .orElseThrow();
    }
}
