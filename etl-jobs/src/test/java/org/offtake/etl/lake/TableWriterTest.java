package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offtake.etl.lake.PartsTable.TABLE;
import static org.offtake.etl.lake.PartsTable.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way rows are taken out of a table, what it holds and what is told of the change is the same. */
class TableWriterTest {
    /** The ways in which rows that go are taken out of a table. */
    private enum Way {
        REWRITING(Long.MAX_VALUE, 0),
        REPLACE_WHERE(0, 2_000),
        MERGE(0, 0);

        private final long rewritten;
        private final int literals;

        Way(long rewritten, int literals) {
            this.rewritten = rewritten;
            this.literals = literals;
        }

        TableWriter.Limits limits() {
            return new TableWriter.Limits(rewritten, literals);
        }
    }

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
    void equal_rows_are_not_written_again() {
        table.write(row("a", 1L), row("a", 2L));

        TableWriter.Written written =
                new TableWriter(lake, TABLE, List.of("unit")).replaceAll(table.rows(row("a", 2L), row("a", 1L)));

        assertThat(written).isEqualTo(TableWriter.Written.NOTHING);
        assertThat(lake.version(TABLE)).hasValue(0);
    }

    @Test
    void new_rows_add_files_and_remove_none() throws IOException {
        table.write(row("a", 1L));

        new TableWriter(lake, TABLE, List.of("unit")).replaceAll(table.rows(row("a", 1L), row("a", 1L), row("b", 1L)));

        assertThat(table.stored()).containsExactlyInAnyOrder(row("a", 1L), row("a", 1L), row("b", 1L));
        assertThat(Commit.newest(lake, TABLE).removed()).isZero();
        assertThat(table.changes()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_changed_unit_touches_no_row_of_another_unit(Way way) {
        table.write(row("a", 1L), row("a", 2L), row("b", 1L), row(null, 1L), row(null, null));

        replace(way, List.of("a"), row("a", 3L));

        assertThat(table.stored())
                .containsExactlyInAnyOrder(row("a", 3L), row("b", 1L), row(null, 1L), row(null, null));
        assertThat(lake.version(TABLE)).hasValue(1);
        assertThat(table.changes()).containsExactlyInAnyOrder(row("a", 1L), row("a", 2L), row("a", 3L));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void null_is_a_unit(Way way) {
        table.write(row("a", 1L), row(null, 1L), row(null, null));

        replace(way, Collections.singletonList(null), row(null, null), row(null, 2L));

        assertThat(table.stored()).containsExactlyInAnyOrder(row("a", 1L), row(null, null), row(null, 2L));
        assertThat(lake.version(TABLE)).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void twins_are_counted(Way way) {
        table.write(row("a", 1L), row("a", 1L), row("a", 1L), row("b", 1L), row("b", 1L));

        replace(way, List.of("a", "b"), row("a", 1L), row("b", 1L), row("b", 1L), row("b", 1L));

        assertThat(table.stored()).containsExactlyInAnyOrder(row("a", 1L), row("b", 1L), row("b", 1L), row("b", 1L));
        assertThat(lake.version(TABLE)).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_unit_can_lose_all_its_rows(Way way) {
        table.write(row("a", 1L), row("b", 1L));

        replace(way, List.of("a"));

        assertThat(table.stored()).containsExactly(row("b", 1L));
    }

    @Test
    void many_units_are_replaced_by_a_merge_that_touches_only_what_differs() throws IOException {
        table.write(row("a", 1L), row("b", 1L), row("c", 1L));

        replace(Way.MERGE, List.of("a", "b", "c"), row("a", 1L), row("b", 2L), row("c", 1L));

        assertThat(Commit.newest(lake, TABLE).operation()).isEqualTo("MERGE");
        assertThat(table.changes()).containsExactlyInAnyOrder(row("b", 1L), row("b", 2L));
    }

    @Test
    void a_full_replacement_touches_only_what_differs() {
        table.write(row("a", 1L), row("b", 1L), row("b", 1L), row(null, null));

        new TableWriter(lake, TABLE, List.of("unit"))
                .replaceAll(table.rows(row("a", 2L), row("b", 1L), row("b", 1L), row(null, null)));

        assertThat(table.changes()).containsExactlyInAnyOrder(row("a", 1L), row("a", 2L));
    }

    @Test
    void a_table_of_other_columns_is_written_anew() {
        table.write(row("a", 1L));

        new TableWriter(lake, TABLE, List.of("unit"))
                .replaceAll(table.rows(row("a", 1L)).drop("part"));

        assertThat(lake.stored(TABLE).columns()).containsExactly("unit", "amount");
    }

    @Test
    void units_may_be_any_text() {
        List<String> texts = List.of("it's", "back\\slash", "${spark.app.name}", "line\nbreak", ":date", "%_");
        table.write(texts.stream().map(text -> row(text, 1L)).toArray(Row[]::new));

        replace(
                Way.REPLACE_WHERE,
                texts,
                texts.stream().map(text -> row(text, 2L)).toArray(Row[]::new));

        assertThat(table.stored())
                .containsExactlyInAnyOrder(
                        texts.stream().map(text -> row(text, 2L)).toArray(Row[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_rows_of_any_units_are_replaced_in_one_commit(long seed) {
        Random random = new Random(seed);
        List<Row> held = new ArrayList<>(anyRows(random));
        table.write(held.toArray(Row[]::new));
        for (int step = 1; step <= 3; step++) {
            List<Row> units = Stream.of("a", "b", null)
                    .filter(unit -> random.nextBoolean())
                    .map(unit -> RowFactory.create(unit))
                    .toList();
            List<Row> wanted = anyRows(random).stream()
                    .filter(row -> units.contains(RowFactory.create(row.get(0))))
                    .toList();
            held.removeIf(row -> units.contains(RowFactory.create(row.get(0))));
            held.addAll(wanted);
            long before = lake.version(TABLE).orElseThrow();

            TableWriter.Written written = new TableWriter(
                            lake, TABLE, List.of("unit"), Way.values()[random.nextInt(3)].limits())
                    .replaceUnits(table.rows(wanted.toArray(Row[]::new)), UnitSet.rows(List.of("unit"), units(units)));

            assertThat(table.stored()).containsExactlyInAnyOrderElementsOf(held);
            assertThat(lake.version(TABLE)).hasValue(written.changed() ? before + 1 : before);
        }
    }

    private static List<Row> anyRows(Random random) {
        return random.ints(12, 0, 9)
                .mapToObj(dice ->
                        row(dice % 3 == 0 ? null : dice % 3 == 1 ? "a" : "b", dice / 3 == 0 ? null : (long) dice))
                .toList();
    }

    private void replace(Way way, List<String> units, Row... rows) {
        List<Row> changed = units.stream().map(unit -> RowFactory.create(unit)).toList();
        new TableWriter(lake, TABLE, List.of("unit"), way.limits())
                .replaceUnits(table.rows(rows), UnitSet.rows(List.of("unit"), units(changed)));
    }

    private Dataset<Row> units(List<Row> units) {
        return lake.spark().createDataFrame(units, StructType.fromDDL("unit string"));
    }
}
