package org.offtake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.offtake.sample.Sample.Line;
import org.offtake.sample.drop.DamageKind;

@ExtendWith(GeneratedSample.class)
class DamagedRecordsTest {
    private static final Line NOTHING = new Line("", 0, Map.of());
    private static final int FIELDS_OF_AN_ORDER_LINE = 23;

    private final Sample sample;

    DamagedRecordsTest(Sample sample) {
        this.sample = sample;
    }

    @Test
    void every_kind_of_damage_is_there_and_all_that_was_planned_was_done() {
        List<Line> labels = sample.labels("damaged");

        assertThat(labels).hasSize(42);
        assertThat(labels.stream().map(it -> it.get("what")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(DamageKind.values()).map(Enum::name).toList());
    }

    @Test
    void the_named_line_of_the_named_file_has_the_named_damage() {
        assertThat(sample.labels("damaged")).allSatisfy(label -> {
            Map<Integer, Line> lines = sample.read(sample.folder().resolve(label.get("file"))).stream()
                    .collect(Collectors.toMap(Line::number, it -> it));
            Line struck = lines.getOrDefault(Integer.parseInt(label.get("line")), NOTHING);
            String value = struck.get(label.get("column"));
            switch (DamageKind.valueOf(label.get("what"))) {
                case TOO_SHORT -> assertThat(struck.values()).hasSize(FIELDS_OF_AN_ORDER_LINE - 4);
                case DUPLICATE ->
                    assertThat(struck.values())
                            .isEqualTo(lines.getOrDefault(struck.number() - 1, NOTHING)
                                    .values());
                case WRONG_DECIMAL -> assertThat(value).isIn("1,234.50", "12,5O");
                case TEXT_QUANTITY -> assertThat(value).isEqualTo("zie pakbon");
                case MONTH_13 -> assertThat(value).isEqualTo("21-13-2026");
                case UNKNOWN_PRODUCT -> assertThat(value).isEqualTo("ONBEKEND-9");
                case MISSING_CUSTOMER -> assertThat(value).isEmpty();
            }
            assertThat(label.get("key").split("/")).isSubsetOf(struck.values().values());
        });
    }

    @Test
    void a_document_that_carries_money_comes_again_in_good_order() {
        List<Line> healing = sample.labels("damaged").stream()
                .filter(it -> it.get("file").contains("/order"))
                .filter(it -> !it.get("expected_reason_code").matches("duplicate|inferred_member"))
                .toList();

        assertThat(healing).isNotEmpty().allSatisfy(label -> {
            assertThat(label.get("sent_again")).isEqualTo("true");
            String system = label.get("file").split("/")[0];
            String table = label.get("file").split("/")[1].replaceAll("_\\d{8}.*", "");
            assertThat(sample.good(system, table))
                    .anyMatch(it -> it.values()
                                    .values()
                                    .containsAll(List.of(label.get("key").split("/")))
                            && isAfter(it, label));
        });
    }

    private static boolean isAfter(Line line, Line label) {
        int files = line.file().compareTo(label.get("file"));
        boolean below = line.number() > Integer.parseInt(label.get("line"));
        return files == 0 ? below : files > 0;
    }
}
