package org.offtake.etl.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.contract.belief.AgreedLevel;
import org.offtake.patterns.detect.Fit;
import org.offtake.patterns.detect.Priors;
import org.offtake.patterns.mix.MixPrior;
import org.offtake.patterns.rhythm.ClosurePrior;
import org.offtake.patterns.rhythm.RhythmPrior;
import org.offtake.patterns.rhythm.RhythmPrior.Regularity;
import org.offtake.patterns.size.SizePrior;

class EditionTextTest {
    private static final Priors PRIORS = new Priors(
            new RhythmPrior(
                    4.25,
                    1.0 / 3,
                    List.of(new Regularity(1, 0.25), new Regularity(4, 0.75)),
                    0.015,
                    ClosurePrior.flat(0.2, 14)),
            new MixPrior(3, 2),
            new SizePrior(0.12, 12, 0.02, 2, 0.02));

    @Test
    void what_is_written_is_read_to_the_last_digit_but_for_clocks_which_have_four() {
        OperationalClock clock =
                new OperationalClock(20_000, new double[] {1.23456789, 0.5}, new double[] {1, 0.33333333});
        Parameters parameters = new Parameters(new Fit(Map.of("horeca", clock), PRIORS), new AgreedLevel(0.1, 1.0 / 7));
        Parameters told = EditionText.parse(EditionText.of(parameters));
        Fit read = told.fit();
        assertThat(told.agreed()).isEqualTo(parameters.agreed());
        assertThat(read.priors()).isEqualTo(PRIORS);
        assertThat(read.clock("horeca").firstDay()).isEqualTo(20_000);
        assertThat(read.clock("horeca").factors()).containsExactly(1.2346, 0.5);
        assertThat(read.clock("horeca").cycle()).containsExactly(1.0, 0.3333);
        assertThat(read.clock("no such segment").factor(20_000)).isEqualTo(1);
        assertThat(EditionText.of(told)).isEqualTo(EditionText.of(EditionText.parse(EditionText.of(told))));
    }

    /** As editions were written before they told anything of contracts. */
    @Test
    void where_nothing_was_learnt_of_commitments_nothing_is_written() {
        String text = EditionText.of(new Parameters(new Fit(Map.of(), PRIORS), AgreedLevel.UNKNOWN));
        assertThat(text).doesNotContain("agreed");
        assertThat(EditionText.parse(text).agreed()).isEqualTo(AgreedLevel.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "no json",
                "{\"rhythm\": {\"shape\": -1}}",
                "[1, 2]",
                "{\"agreed\": {\"logBias\": 0, \"variance\": -1}}"
            })
    void what_was_not_written_by_us_is_refused_with_what_to_do(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditionText.parse(text))
                .withMessageContaining("signals fit --again DAY");
    }
}
