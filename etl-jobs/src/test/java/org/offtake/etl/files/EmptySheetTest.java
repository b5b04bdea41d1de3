package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.etl.land.BronzeRows;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/** What somebody gets who is to enter something in a sheet, and has none yet. */
class EmptySheetTest {
    private static final Library SHIPPED = Library.read(List.of(Path.of("../models")));

    @TempDir
    private Path folder = Path.of(".");

    private final SourceTable closures = SHIPPED.source("offtake/closures");

    @Test
    void it_has_the_columns_of_its_table_with_a_note_at_each() throws IOException {
        Path file = folder.resolve("closures_20261127.xlsx");
        new EmptySheet(closures).write(file);

        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            assertThat(workbook.getFirstSheet().read()).singleElement().satisfies(row -> assertThat(texts(row))
                    .containsExactly(
                            "Systeem / System",
                            "Bedrijf / Company",
                            "Klantnummer / Customer number",
                            "Eerste dag / First day",
                            "Laatste dag / Last day",
                            "Reden / Reason"));
        }
        assertThat(notes(file)).contains("code", "id; may be empty", "date", "text; may be empty");
    }

    @Test
    void the_front_door_knows_it_before_anything_is_filled_in() throws IOException {
        Path file = folder.resolve("closures_20261127.xlsx");
        new EmptySheet(closures).write(file);

        assertThat(ReceivedFiles.inspect(file, closures.dialect(), new BronzeRows(closures).expected()))
                .isInstanceOfSatisfying(FileInspection.Accepted.class, accepted -> {
                    assertThat(accepted.records()).isZero();
                    assertThat(accepted.warnings()).isEmpty();
                });
    }

    @Test
    void what_is_there_already_stays() throws IOException {
        Path file = folder.resolve("closures_20261127.xlsx");
        new EmptySheet(closures).write(file);
        assertThatThrownBy(() -> new EmptySheet(closures).write(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " is there already; choose a new name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wholesale/orders", "offtake/signals"})
    void a_table_that_nobody_fills_in_as_a_sheet_is_refused(String table) {
        assertThatThrownBy(() -> new EmptySheet(SHIPPED.source(table)).write(folder.resolve("new.xlsx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(table + " does not come as sheets with a header; its contract is ");
        assertThat(folder.resolve("new.xlsx")).doesNotExist();
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::getText).toList();
    }

    private static String notes(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/comments1.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
