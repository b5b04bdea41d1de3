package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offtake.etl.lake.PartsTable.TABLE;
import static org.offtake.etl.lake.PartsTable.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows over several files. */
class RewritingTest {
    private static final String ROWS_PER_FILE = "spark.sql.files.maxRecordsPerFile";

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

        new TableWriter(lake, TABLE, List.of("unit"))
                .replaceAll(table.rows(row("a", 2L), row("a", 2L), row("b", 1L), row("c", 1L)));

        assertThat(table.stored()).containsExactlyInAnyOrder(row("a", 2L), row("a", 2L), row("b", 1L), row("c", 1L));
        assertThat(table.changes()).containsExactlyInAnyOrder(row("a", 1L), row("a", 1L), row("a", 2L));
        assertThat(Commit.newest(lake, TABLE).removed()).isEqualTo(2);
    }

    @Test
    void units_that_are_neighbours_lie_together_so_a_late_change_leaves_the_files_of_earlier_ones_alone()
            throws IOException {
        lake.spark().conf().set(ROWS_PER_FILE, "2");
        try {
            TableWriter writer = new TableWriter(lake, TABLE, List.of("unit"));
            writer.replaceAll(
                    table.rows(row("e", 1L), row("c", 1L), row("f", 1L), row("a", 1L), row("d", 1L), row("b", 1L))
                            .coalesce(1));
            assertThat(Commit.newest(lake, TABLE)).isEqualTo(new Commit("WRITE", 3, 0));

            writer.replaceUnits(table.rows(row("f", 2L), row("g", 1L), row("h", 1L)), units("f", "g", "h"));
            assertThat(Commit.newest(lake, TABLE)).isEqualTo(new Commit("WRITE", 2, 1));
            writer.replaceUnits(table.rows(row("h", 2L)), units("h"));
            assertThat(Commit.newest(lake, TABLE)).isEqualTo(new Commit("WRITE", 1, 1));
        } finally {
            lake.spark().conf().unset(ROWS_PER_FILE);
        }
        assertThat(table.stored())
                .containsExactlyInAnyOrder(
                        row("a", 1L),
                        row("b", 1L),
                        row("c", 1L),
                        row("d", 1L),
                        row("e", 1L),
                        row("f", 2L),
                        row("g", 1L),
                        row("h", 2L));
    }

    private UnitSet units(String... units) {
        Dataset<Row> rows =
                table.rows(Stream.of(units).map(unit -> row(unit, 1L)).toArray(Row[]::new));
        return UnitSet.literals(List.of("unit"), rows, 10).orElseThrow();
    }

    @Test
    void a_table_that_somebody_else_changed_meanwhile_is_not_written() {
        table.write(row("a", 1L));
        HeldRows held = HeldRows.of(lake, TABLE, 0);
        Difference difference = Difference.between(table.rows(row("a", 2L)), held);
        Rewriting rewriting = new Rewriting(
                lake,
                TABLE,
                new UnitOrder(List.of("unit")),
                0,
                held.files(difference.extent().files()));
        table.append(row("b", 1L));

        assertThatThrownBy(() -> rewriting.commit(difference))
                .hasMessageContaining("gold.fact_parts was changed by somebody else");
        assertThat(table.stored()).containsExactlyInAnyOrder(row("a", 1L), row("b", 1L));
    }
}
