package org.offtake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.offtake.sample.Sample.Line;
import org.offtake.sample.drop.Column;
import org.offtake.sample.drop.SourceSystem;
import org.offtake.sample.drop.Table;

@ExtendWith(GeneratedSample.class)
class ColumnsTest {
    private final Sample sample;

    ColumnsTest(Sample sample) {
        this.sample = sample;
    }

    @Test
    void a_required_column_always_has_a_value_and_an_optional_one_sometimes() {
        List<String> wrong = new ArrayList<>();
        for (SourceSystem system : SampleCompany.companies(Sample.SCALE)) {
            for (Table table : system.tables()) {
                List<Line> lines = sample.good(system.name(), table.name());
                for (Column column : table.columns()) {
                    long filled = lines.stream()
                            .filter(it -> !it.get(column.name()).isEmpty())
                            .count();
                    boolean optional = column.type().contains("optional");
                    if (filled == 0 || optional == (filled == lines.size())) {
                        wrong.add("%s.%s.%s: %d of %d"
                                .formatted(system.name(), table.name(), column.name(), filled, lines.size()));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void records_of_one_key_differ_in_updated_at_unless_they_are_equal() {
        for (SourceSystem system : SampleCompany.companies(Sample.SCALE)) {
            for (Table table : system.tables()) {
                String updatedAt =
                        table.columns().get(table.columns().size() - 1).name();
                List<String> key = table.columns().stream()
                        .filter(Column::isKey)
                        .map(Column::name)
                        .toList();
                Map<String, Set<String>> states = new HashMap<>();
                for (Line line : sample.good(system.name(), table.name())) {
                    String id = String.join("/", key.stream().map(line::get).toList());
                    states.computeIfAbsent(id + " at " + line.get(updatedAt), any -> new HashSet<>())
                            .add(line.values().toString());
                }
                assertThat(states.entrySet())
                        .as(system.name() + "." + table.name())
                        .isNotEmpty()
                        .allMatch(it -> it.getValue().size() == 1);
            }
        }
    }
}
