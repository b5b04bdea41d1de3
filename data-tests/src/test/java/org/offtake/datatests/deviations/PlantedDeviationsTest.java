package org.offtake.datatests.deviations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.datatests.Checkout;
import org.offtake.datatests.FirstColumn;
import org.offtake.datatests.WholesaleHouse;
import org.offtake.datatests.faults.Databases;
import org.offtake.sample.SampleCompany;
import org.offtake.sample.scale.SampleScale;
import org.offtake.serving.Database;

/** After one run over the wholesaler of the demo the page of signals lists what was planted there. */
class PlantedDeviationsTest {
    private static final Map<String, Set<String>> TOLD_AS = Map.of(
            "STOP", Set.of("STOPPED"),
            "SLOWDOWN", Set.of("SLOWER", "STOPPED"),
            "SIZE_DROP", Set.of("SIZE_DROPPED"),
            "MIX_DROP", Set.of("GROUP_STOPPED"),
            "SPIKE", Set.of("SIZE_JUMPED"),
            "UNDER_TAKE", Set.of("CONTRACT_SHORT"));

    @TempDir
    private Path folder = Path.of(".");

    private final Databases databases = new Databases();
    private final Database database = databases.fresh();

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void the_page_of_signals_lists_the_planted_deviations_with_reasons_to_read() throws IOException {
        SampleCompany.write(folder.resolve("drop"), SampleScale.DEMO);
        WholesaleHouse.in(folder, database).run(SampleScale.DEMO.lastDay());
        List<String> listed = page("party_id || ' ' || signal_kind || ' ' || coalesce(subject, '')", "nl");
        Set<String> missing = new HashSet<>();
        List<String> labels = Files.readAllLines(folder.resolve("drop/labels/deviations.csv"));
        for (String line : labels.subList(1, labels.size())) {
            String[] cells = line.split(",", -1);
            boolean told = TOLD_AS.getOrDefault(cells[1], Set.of()).stream()
                    .anyMatch(kind -> listed.stream().anyMatch(it -> isOf(it, cells[0] + ' ' + kind + ' ', cells[3])));
            if (!told) {
                missing.add(cells[0] + ' ' + cells[1] + ' ' + cells[3]);
            }
        }
        assertThat(missing).isEmpty();
        for (String language : List.of("nl", "en")) {
            assertThat(page("signal_text", language))
                    .hasSameSizeAs(listed)
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            text -> assertThat(text).hasSizeGreaterThan(80).doesNotContain("{", "}", "NaN", "null"));
        }
        assertThat(page("starts_with(signal_text, party_name)", "en"))
                .as("each names its customer")
                .containsOnly("t");
    }

    /** A contract is told of by its line, and the label names the product group that the line is of. */
    private static boolean isOf(String listed, String customerAndKind, String group) {
        return listed.startsWith(customerAndKind)
                && (listed.equals(customerAndKind + group) || listed.contains(" CONTRACT_SHORT "));
    }

    private List<String> page(String column, String language) {
        try {
            String select = Files.readString(Checkout.root().resolve("dashboards/signals/to_call.sql"))
                    .replace(":company", "cast(null as text)")
                    .replace(":lang", "'" + language + "'");
            return FirstColumn.of(database, "select " + column + " from (" + select + ") as page");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
