package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offtake.etl.lake.PartsTable.TABLE;
import static org.offtake.etl.lake.PartsTable.row;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows over several files. */
class RewritingTest {
    @TempDir
    private Path folder;

    private Lake lake;
    private PartsTable table;

    @BeforeEach
    void open() {
        lake = new Lake(SharedSession.get(), folder);
        table = new PartsTable(lake);
    }

    @Test
    void only_the_files_that_hold_rows_that_go_are_written_anew_and_twins_are_found_in_all_of_them()
            throws IOException {
        table.write(row("a", 1L), row("b", 1L));
        table.append(row("a", 1L), row("a", 2L));
        table.append(row("c", 1L));

        new TableWriter(lake, TABLE).replaceAll(table.rows(row("a", 2L), row("a", 2L), row("b", 1L), row("c", 1L)));

        assertThat(table.stored()).containsExactlyInAnyOrder(row("a", 2L), row("a", 2L), row("b", 1L), row("c", 1L));
        assertThat(table.changes()).containsExactlyInAnyOrder(row("a", 1L), row("a", 1L), row("a", 2L));
        assertThat(Commit.newest(lake, TABLE).removed()).isEqualTo(2);
    }

    @Test
    void a_table_that_somebody_else_changed_meanwhile_is_not_written() {
        table.write(row("a", 1L));
        HeldRows held = HeldRows.of(lake, TABLE, 0);
        Difference difference = Difference.between(table.rows(row("a", 2L)), held);
        Rewriting rewriting =
                new Rewriting(lake, TABLE, 0, held.files(difference.extent().files()));
        table.append(row("b", 1L));

        assertThatThrownBy(() -> rewriting.commit(difference))
                .hasMessageContaining("gold.fact_parts was changed by somebody else");
        assertThat(table.stored()).containsExactlyInAnyOrder(row("a", 1L), row("b", 1L));
    }
}
