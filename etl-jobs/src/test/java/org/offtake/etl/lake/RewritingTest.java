package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.models.TableName;

/** Rows are (unit, part), over several files. */
class RewritingTest {
    private static final TableName TABLE = TableName.parse("gold.fact_parts");
    private static final StructType SCHEMA = StructType.fromDDL("unit string, part bigint");

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = new Lake(SharedSession.get(), folder);
    }

    @Test
    void only_the_files_that_hold_rows_that_go_are_written_anew_and_twins_are_found_in_all_of_them()
            throws IOException {
        write(row("a", 1L), row("b", 1L));
        append(row("a", 1L), row("a", 2L));
        append(row("c", 1L));

        new TableWriter(lake, TABLE).replaceAll(rows(row("a", 2L), row("a", 2L), row("b", 1L), row("c", 1L)));

        assertThat(stored()).containsExactlyInAnyOrder(row("a", 2L), row("a", 2L), row("b", 1L), row("c", 1L));
        assertThat(changes()).containsExactlyInAnyOrder(row("a", 1L), row("a", 1L), row("a", 2L));
        assertThat(Commit.newest(lake, TABLE).removed()).isEqualTo(2);
    }

    @Test
    void a_table_that_somebody_else_changed_meanwhile_is_not_written() {
        write(row("a", 1L));
        HeldRows held = HeldRows.of(lake, TABLE, 0);
        Difference difference = Difference.between(rows(row("a", 2L)), held);
        Rewriting rewriting =
                new Rewriting(lake, TABLE, 0, held.files(difference.extent().files()));
        append(row("b", 1L));

        assertThatThrownBy(() -> rewriting.commit(difference))
                .hasMessageContaining("gold.fact_parts was changed by somebody else");
        assertThat(stored()).containsExactlyInAnyOrder(row("a", 1L), row("b", 1L));
    }

    private void write(Row... rows) {
        new TableWriter(lake, TABLE).replaceAll(rows(rows));
    }

    private void append(Row... rows) {
        rows(rows)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .save(lake.path(TABLE).toString());
    }

    private Dataset<Row> rows(Row... rows) {
        return lake.spark().createDataFrame(List.of(rows), SCHEMA);
    }

    private List<Row> stored() {
        return lake.stored(TABLE).collectAsList();
    }

    /** The before- and after-images of the last commit. */
    private List<Row> changes() {
        long version = lake.version(TABLE).orElseThrow();
        return lake.changes(TABLE, version - 1, version).collectAsList();
    }

    private static Row row(String unit, long part) {
        return RowFactory.create(unit, part);
    }
}
