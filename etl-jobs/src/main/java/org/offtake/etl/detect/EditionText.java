package org.offtake.etl.detect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.contract.belief.AgreedLevel;
import org.offtake.patterns.detect.Fit;
import org.offtake.patterns.detect.Priors;
import org.offtake.patterns.mix.MixPrior;
import org.offtake.patterns.rhythm.RhythmPrior;
import org.offtake.patterns.size.SizePrior;

/** What all customers together teach, as JSON: the column {@code parameters} of entity pattern_editions. */
final class EditionText {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A clock is told to so many digits; it is not known better. */
    private static final int DIGITS = 4;

    private EditionText() {}

    /** @param agreed null where nothing was learnt of commitments */
    private record Text(
            RhythmPrior rhythm,
            MixPrior mix,
            SizePrior size,
            Map<String, Clock> clocks,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AgreedLevel agreed) {
        Parameters parameters() {
            Map<String, OperationalClock> parsed = new TreeMap<>();
            clocks.forEach((segment, clock) -> parsed.put(segment, clock.clock()));
            return new Parameters(
                    new Fit(parsed, new Priors(rhythm, mix, size)),
                    Optional.ofNullable(agreed).orElse(AgreedLevel.UNKNOWN));
        }
    }

    private record Clock(int firstDay, List<Double> factors, List<Double> cycle) {
        static Clock of(OperationalClock clock) {
            return new Clock(clock.firstDay(), rounded(clock.factors()), rounded(clock.cycle()));
        }

        private static List<Double> rounded(List<Double> factors) {
            return factors.stream()
                    .map(factor -> BigDecimal.valueOf(factor)
                            .setScale(DIGITS, RoundingMode.HALF_UP)
                            .doubleValue())
                    .toList();
        }

        OperationalClock clock() {
            return new OperationalClock(firstDay, array(factors), array(cycle));
        }

        private static double[] array(List<Double> factors) {
            return factors.stream().mapToDouble(factor -> factor).toArray();
        }
    }

    static String of(Parameters parameters) {
        Fit fit = parameters.fit();
        Map<String, Clock> clocks = fit.clocks().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Clock.of(entry.getValue()), (left, right) -> left, TreeMap::new));
        Priors priors = fit.priors();
        AgreedLevel agreed = parameters.agreed().equals(AgreedLevel.UNKNOWN) ? null : parameters.agreed();
        try {
            return JSON.writeValueAsString(new Text(priors.rhythm(), priors.mix(), priors.size(), clocks, agreed));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException when the text is not what {@link #of} writes */
    static Parameters parse(String text) {
        try {
            return JSON.readValue(text, Text.class).parameters();
        } catch (JsonProcessingException | NullPointerException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "the parameters of a pattern edition cannot be read (" + wrong.getMessage()
                            + "): correct its file in the folder `told`, or fit it again with `signals fit --again DAY`",
                    wrong);
        }
    }
}
