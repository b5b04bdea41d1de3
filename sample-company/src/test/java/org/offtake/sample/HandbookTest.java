package org.offtake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.offtake.sample.drop.Column;
import org.offtake.sample.drop.SourceSystem;
import org.offtake.sample.drop.Table;
import org.offtake.sample.scale.SampleScale;

class HandbookTest {
    @Test
    void the_handbook_lists_every_table_and_column_as_they_are_written() throws IOException {
        String tables = tables();
        Path made = Files.createDirectories(Path.of("target")).resolve("handbook.md");
        Files.writeString(made, tables);

        assertThat(Files.readString(Path.of("README.md")))
                .as("the part of README.md that is made from the tables; a fresh one is in %s", made)
                .contains(tables);
    }

    private static String tables() {
        StringBuilder text = new StringBuilder();
        for (SourceSystem system : SampleCompany.companies(SampleScale.DEMO)) {
            text.append("## `").append(system.name()).append("`\n\n");
            for (Table table : system.tables()) {
                text.append("### `%s/%s_yyyymmdd%s`\n\n%s\n\n| column | type | about |\n|---|---|---|\n"
                        .formatted(system.name(), table.name(), system.dialect().ending(), table.delivery()));
                for (Column column : table.columns()) {
                    text.append("| %s | %s | %s |\n".formatted(column.name(), column.type(), column.about()));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
