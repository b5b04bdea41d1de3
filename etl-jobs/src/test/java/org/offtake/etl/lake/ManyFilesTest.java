package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offtake.etl.lake.PartsTable.TABLE;
import static org.offtake.etl.lake.PartsTable.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of more files than are listed for every query: files that cannot hold a unit are left alone. */
class ManyFilesTest {
    private static final String ROWS_PER_FILE = "spark.sql.files.maxRecordsPerFile";
    private static final int FILES = 80;

    /** Units that are cut short in the statistics of a file, or lie apart in another order than Java's. */
    private static final String LONG = "u".repeat(40);

    private static final List<String> ODD = List.of(LONG + "a", LONG + "b", "u\uD83D\uDE00", "u\uFF5E", "");

    @TempDir
    private Path folder;

    private Lake lake;
    private PartsTable table;

    @BeforeEach
    void aFileForEachRow() {
        lake = new Lake(SharedSession.get(), folder);
        table = new PartsTable(lake);
        lake.spark().conf().set(ROWS_PER_FILE, "1");
    }

    @AfterEach
    void asBefore() {
        lake.spark().conf().unset(ROWS_PER_FILE);
    }

    @Test
    void files_that_lie_between_units_that_change_are_not_written_anew() throws IOException {
        table.write(numbered());

        replace(List.of("u10", "u70", "u99"), row("u10", 2L), row("u99", 1L));

        assertThat(Commit.newest(lake, TABLE)).isEqualTo(new Commit("WRITE", 2, 2));
        assertThat(table.changes())
                .containsExactlyInAnyOrder(row("u10", 1L), row("u10", 2L), row("u70", 1L), row("u99", 1L));
    }

    @Test
    void units_that_lie_in_too_many_files_are_replaced_by_a_merge() throws IOException {
        table.write(numbered());

        replace(
                units().skip(1).toList(),
                units().skip(2).map(unit -> row(unit, 1L)).toArray(Row[]::new));

        assertThat(Commit.newest(lake, TABLE).operation()).isEqualTo("MERGE");
        assertThat(table.changes()).containsExactly(row("u11", 1L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_units_are_found_in_whichever_files_they_are(long seed) throws IOException {
        Random random = new Random(seed);
        List<@Nullable String> all = new ArrayList<>(units().toList());
        all.addAll(ODD);
        all.add(null);
        List<Row> held = new ArrayList<>();
        all.forEach(unit -> held.addAll(List.of(row(unit, 1L), row(unit, null))));
        table.write(held.toArray(Row[]::new));
        for (int step = 0; step < 2; step++) {
            List<@Nullable String> touched = new ArrayList<>(ODD);
            touched.add(null);
            all.stream().filter(unit -> random.nextInt(10) == 0).forEach(touched::add);
            touched.removeIf(unit -> random.nextBoolean());
            List<Row> wanted = touched.stream()
                    .distinct()
                    .filter(unit -> random.nextInt(4) > 0)
                    .map(unit -> row(unit, (long) random.nextInt(3)))
                    .toList();
            held.removeIf(row -> touched.contains(row.getString(0)));
            held.addAll(wanted);

            replace(touched, wanted.toArray(Row[]::new));

            assertThat(table.stored()).containsExactlyInAnyOrderElementsOf(held);
            assertThat(Commit.newest(lake, TABLE).operation()).isEqualTo("WRITE");
        }
    }

    private static Stream<String> units() {
        return Stream.iterate(10, number -> number + 1).limit(FILES).map(number -> "u" + number);
    }

    private static Row[] numbered() {
        return units().map(unit -> row(unit, 1L)).toArray(Row[]::new);
    }

    /** Without a word of units that a condition could name, so that only files keep it from a merge. */
    private void replace(List<@Nullable String> units, Row... rows) {
        List<Row> changed =
                units.stream().distinct().map(unit -> RowFactory.create(unit)).toList();
        TableWriter.Limits limits = new TableWriter.Limits(TableWriter.Limits.USUAL.rewritten(), 0);
        new TableWriter(lake, TABLE, List.of("unit"), limits)
                .replaceUnits(
                        lake.spark()
                                .createDataFrame(
                                        Arrays.asList(rows), table.rows().schema()),
                        new UnitSet.Literals(List.of("unit"), changed));
    }
}
