package org.offtake.sample;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.offtake.sample.Sample.Line;

@ExtendWith(GeneratedSample.class)
class MastersTest {
    private final Sample sample;

    MastersTest(Sample sample) {
        this.sample = sample;
    }

    @Test
    void a_snapshot_never_holds_a_customer_twice_and_no_customer_disappears() {
        Set<String> known = new HashSet<>();
        for (Path file : sample.files("wholesale", "parties")) {
            List<String> codes =
                    sample.read(file).stream().map(it -> it.get("Klantnr")).toList();
            assertThat(codes).doesNotHaveDuplicates().containsAll(known);
            known.addAll(codes);
        }
        assertThat(known).hasSizeGreaterThan(100);
    }

    @Test
    void a_merged_customer_stays_blocked_and_the_survivor_takes_over_the_orders() {
        Line merged = last("parties").stream()
                .filter(it -> it.get("Geblokkeerd").equals("J"))
                .findFirst()
                .orElseThrow();

        assertThat(sample.labels("left_earlier"))
                .anyMatch(it -> it.get("customer_id").equals(merged.get("Klantnr"))
                        && it.get("why").equals("MERGED"));
        assertThat(last("parties")).anyMatch(it -> it.get("Klantnr").equals(merged.get("Samengevoegd met")));
    }

    @Test
    void segments_and_salespeople_change_over_time() {
        Map<String, Set<String>> segments = sample.records("wholesale", "parties").stream()
                .collect(groupingBy(
                        it -> it.get("Klantnr"), Collectors.mapping(it -> it.get("Segment"), Collectors.toSet())));
        Map<String, List<Line>> reps =
                last("account_assignments").stream().collect(groupingBy(it -> it.get("Klantnr")));

        assertThat(segments.values()).anyMatch(it -> it.size() > 1);
        assertThat(reps.values()).anyMatch(it -> it.size() > 1);
        assertThat(reps.values())
                .allMatch(it ->
                        it.stream().filter(line -> line.get("Tot").isEmpty()).count() == 1);
    }

    private List<Line> last(String table) {
        List<Path> files = sample.files("wholesale", table);
        return sample.read(files.get(files.size() - 1));
    }
}
