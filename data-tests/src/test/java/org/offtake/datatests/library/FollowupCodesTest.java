package org.offtake.datatests.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.datatests.Checkout;
import org.offtake.models.Check;
import org.offtake.models.Library;

/** What people choose from when they follow up a signal, and what the front door takes. */
class FollowupCodesTest {
    private static final Library LIBRARY = Checkout.library();

    @ParameterizedTest
    @CsvSource({
        "followup_status, STATUS, NOT_YET",
        "cause_code, CAUSE,",
        "action_code, ACTION,",
        "outcome_code, OUTCOME,"
    })
    void what_can_be_chosen_is_what_is_taken(String column, String kind, @Nullable String besides) throws IOException {
        Set<String> chosen = Files.readAllLines(Checkout.models().resolve("seeds/followup_codes.csv")).stream()
                .map(line -> line.split(",", 3))
                .filter(fields -> fields[0].equals(kind))
                .map(fields -> fields[1])
                .collect(Collectors.toSet());
        Stream.ofNullable(besides).forEach(chosen::add);
        assertThat(taken(column)).isEqualTo(chosen).isNotEmpty();
    }

    /** The words in quotes of the rule about a column. */
    private static Set<String> taken(String column) {
        List<String> rules = LIBRARY.entity("signal_followups").checks().stream()
                .map(Check::condition)
                .filter(rule -> rule.toLowerCase(Locale.ROOT).startsWith(column + " in ("))
                .toList();
        assertThat(rules).hasSize(1);
        return Arrays.stream(rules.get(0).split("'"))
                .filter(part -> part.matches("[A-Z_]+"))
                .collect(Collectors.toSet());
    }
}
