package org.offtake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

class SubjectsTest {
    private final Subjects subjects =
            Subjects.of(Library.read(List.of(Path.of(System.getProperty("offtake.house"), "models"))));

    @Test
    void what_orders_fill_is_compared_and_what_no_select_says_is_left_out_by_name() {
        assertThat(subjects.models())
                .extracting(Model::table)
                .contains(TableName.parse("gold.fact_order_line"), TableName.parse("mart.kpi_order_growth"))
                .doesNotContain(TableName.parse("gold.fact_pattern_episode"));
        assertThat(subjects.models()).allMatch(model -> model.madeBy().isEmpty());
        assertThat(subjects.leftOut())
                .containsEntry(
                        TableName.parse("gold.fact_pattern_episode"),
                        "its rows are made by Java of those of its SELECT")
                .containsEntry(
                        TableName.parse("gold.dim_party"), "its history is laid out by the engine, not by its SELECT");
    }
}
