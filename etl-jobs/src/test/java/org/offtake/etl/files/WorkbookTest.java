package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offtake.etl.files.HostileWorkbook.HEADER;
import static org.offtake.etl.files.HostileWorkbook.LAST;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.models.Dialect;

class WorkbookTest {

    @TempDir
    Path folder;

    @Test
    void a_workbook_as_written_by_others_is_read_with_its_row_numbers() throws IOException {
        Path path = folder.resolve("fruit.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(path), "test", "1.0")) {
            workbook.newWorksheet("Notes").value(0, 0, "nothing here");
            Worksheet sheet = workbook.newWorksheet("Fruit");
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "name");
            sheet.value(1, 0, 17850);
            sheet.value(1, 1, "ap\u00E9ro");
            sheet.value(3, 0, LocalDate.of(2010, 12, 1));
            sheet.style(3, 0).format("yyyy-MM-dd").set();
            sheet.value(3, 1, LocalDateTime.of(2010, 12, 1, 8, 26));
            sheet.style(3, 1).format("dd/mm/yyyy hh:mm").set();
            sheet.value(4, 0, true);
            sheet.value(4, 1, 9.95);
        }
        HostileFile file = new HostileFile(path, Dialect.xlsx().withSheet("Fruit"), HostileFile.ID_AND_NAME);
        assertThat(file.shown())
                .containsExactly("2 17850|ap\u00E9ro", "4 2010-12-01|2010-12-01 08:26:00", "5 true|9.95");
        FileInspection.Refused refused =
                file.in(Dialect.xlsx().withSheet("Vegetables")).refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.MISSING_SHEET);
        assertThat(refused.reason()).contains("'Vegetables'", "'Notes', 'Fruit'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<c r='B2'><v>9.9499999999999993</v></c>;9.95",
                "<c r='B2'><v>0.10000000000000001</v></c>;0.1",
                "<c r='B2'><v>1E+20</v></c>;100000000000000000000",
                "<c r='B2'><v>1.5E-7</v></c>;0.00000015",
                "<c r='B2'><v>17850</v></c>;17850",
                "<c r='B2' s='1'><v>40513</v></c>;2010-12-01",
                "<c r='B2' s='1'><v>40513.5</v></c>;2010-12-01 12:00:00",
                "<c r='B2' s='2'><v>40513.351388888892</v></c>;2010-12-01 08:26:00",
                "<c r='B2' s='2'><v>40513</v></c>;2010-12-01 00:00:00",
                "<c r='B2' s='3'><v>0.5</v></c>;12:00:00",
                "<c r='B2' s='4'><v>1.5</v></c>;1.5",
                "<c r='B2' s='1'><v>-3</v></c>;-3",
                "<c r='B2' s='1'><f>A2</f><v>40513</v></c>;2010-12-01",
                "<c r='B2'><f>1+1</f><v>2</v></c>;2",
                "<c r='B2' t='str'><f>A2</f><v>abc</v></c>;abc",
                "<c r='B2' t='b'><v>0</v></c>;false",
                "<c r='B2' t='inlineStr'/>;''",
                "<c r='B2' t='inlineStr'></c>;''",
                "<c r='B2' t='s'/>;''",
                "<c r='B2'/>;''"
            })
    void cells_become_plain_text(String cell, String text) throws IOException {
        String row = "<row r='2'><c r='A2'><v>1</v></c>" + cell + "</row>";
        assertThat(HostileWorkbook.of(folder, HostileWorkbook.parts(HEADER + row))
                        .shown())
                .containsExactly("2 1|" + text.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<c r='B2' t='e'><v>#DIV/0!</v></c>;error_cell;cell B2 holds the error #DIV/0!",
                "<c r='B2' t='e'><f>1/0</f><v>#DIV/0!</v></c>;error_cell;#DIV/0!",
                "<c r='B2' t='s'><v>7</v></c>;error_cell;a text that the workbook does not have",
                "<c r='B2'><v>abc</v></c>;error_cell;B2",
                "<c r='C2'><v>5</v></c>;too_many_fields;3 fields where the header has 2"
            })
    void a_cell_in_error_costs_only_its_row(String cell, String code, String detail) throws IOException {
        String row = "<row r='2'><c r='A2'><v>1</v></c>" + cell + "</row>";
        HostileFile file = HostileWorkbook.of(
                folder,
                HostileWorkbook.parts(
                        HEADER + row + "<row r='3'><c r='A3'/></row>" + HEADER.replace("1'", "4'") + LAST));
        assertThat(file.shown()).containsExactly("2 " + code, "4 repeated_header", "9 9|fig");
        assertThat(file.records().get(0).flaw().orElseThrow().detail()).contains(detail);
        assertThat(file.records().get(0).raw().orElseThrow()).startsWith("1 | ");
    }

    @ParameterizedTest
    @CsvSource({"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "docProps/extra.bin"})
    void a_document_type_in_any_part_refuses_the_workbook(String part) throws IOException {
        Map<String, String> parts = HostileWorkbook.parts(HEADER + LAST);
        parts.merge(part, "<x/>", (content, other) -> content);
        parts.computeIfPresent(
                part,
                (name, content) -> "<?xml version='1.0'?><!-- " + "x".repeat(100_000)
                        + " --><!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
                        + content);
        FileInspection.Refused refused = HostileWorkbook.of(folder, parts).refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.UNSAFE);
        assertThat(refused.reason()).contains("hostile.xlsx", part, "document type");
    }

    @ParameterizedTest
    @CsvSource({"../../evil.xml", "/etc/evil.xml", "..\\evil.xml"})
    void a_part_that_points_outside_refuses_the_workbook(String name) throws IOException {
        Map<String, String> parts = HostileWorkbook.parts(HEADER + LAST);
        parts.put(name, "<x/>");
        FileInspection.Refused refused = HostileWorkbook.of(folder, parts).refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.UNSAFE);
        assertThat(refused.reason()).contains("evil.xml", "points outside");
    }

    @Test
    void a_part_that_is_there_twice_refuses_the_workbook() throws IOException {
        Path path = folder.resolve("twice.xlsx");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(path)) {
            for (String content : new String[] {"<a/>", "<b/>"}) {
                zip.putArchiveEntry(new ZipArchiveEntry("xl/workbook.xml"));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        FileInspection.Refused refused = new HostileFile(path, Dialect.xlsx(), HostileFile.ID_AND_NAME).refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.UNSAFE);
        assertThat(refused.reason()).contains("'xl/workbook.xml' twice");
    }

    @Test
    void a_workbook_of_too_many_parts_is_refused() throws IOException {
        Map<String, String> parts = HostileWorkbook.parts(HEADER + LAST);
        for (int number = 0; number <= 10_000; number++) {
            parts.put("media/" + number, "");
        }
        assertThat(HostileWorkbook.of(folder, parts).refused().reason()).contains("10006 parts, more than 10000");
    }

    @Test
    void a_workbook_that_unpacks_out_of_proportion_is_refused() throws IOException {
        Map<String, String> parts = HostileWorkbook.parts(HEADER + LAST);
        parts.put("media/bomb", "\u0001".repeat(70 * 1024 * 1024));
        FileInspection.Refused refused = HostileWorkbook.of(folder, parts).refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.TOO_LARGE);
        assertThat(refused.reason()).contains("unpack to more than");
    }

    @Test
    void a_cell_beyond_the_last_column_refuses_the_workbook() throws IOException {
        FileInspection.Refused refused = HostileWorkbook.of(
                        folder, HostileWorkbook.parts(HEADER + "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>"))
                .refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.UNSAFE);
        assertThat(refused.reason()).contains("ZZZZZZ2");
    }

    @Test
    void a_broken_sheet_refuses_the_workbook() throws IOException {
        Map<String, String> parts = HostileWorkbook.parts(HEADER + LAST);
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (name, sheet) -> sheet.replace("</sheetData>", ""));
        assertThat(HostileWorkbook.of(folder, parts).refused().code()).isEqualTo(RefusedFile.WRONG_FORMAT);
    }

    @ParameterizedTest
    @CsvSource({"<row r='x'/>", "<row r='2'><c r='A2' t='d'><v>2020-01-01</v></c></row>"})
    void a_row_nobody_can_place_refuses_the_workbook(String row) throws IOException {
        FileInspection.Refused refused = HostileWorkbook.of(folder, HostileWorkbook.parts(HEADER + row + LAST))
                .refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.WRONG_FORMAT);
        assertThat(refused.reason()).contains("after row 1");
    }

    @Test
    void a_workbook_cut_short_is_refused_whole() throws IOException {
        byte[] whole = Files.readAllBytes(
                HostileWorkbook.of(folder, HostileWorkbook.parts(HEADER + LAST)).path());
        FileInspection.Refused refused = HostileFile.of(
                        folder, "cut.xlsx", Arrays.copyOf(whole, whole.length - 30), Dialect.xlsx())
                .refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.TRUNCATED);
        assertThat(refused.reason()).contains("cut.xlsx");
    }

    @Test
    void a_workbook_with_a_changed_byte_is_read_or_refused_and_nothing_else() throws IOException {
        byte[] whole = Files.readAllBytes(
                HostileWorkbook.of(folder, HostileWorkbook.parts(HEADER + LAST)).path());
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            byte[] changed = whole.clone();
            changed[4 + random.nextInt(changed.length - 4)] ^= (byte) (1 + random.nextInt(255));
            FileInspection inspection = HostileFile.of(folder, "changed.xlsx", changed, Dialect.xlsx())
                    .inspection();
            if (inspection instanceof FileInspection.Refused refused) {
                assertThat(refused.reason()).startsWith("changed.xlsx: ");
            } else {
                assertThat(((FileInspection.Accepted) inspection).header()).hasSize(2);
            }
        }
    }

    @Test
    void what_is_no_workbook_is_refused() {
        byte[] text = "id,name\n1,apple\n".getBytes(StandardCharsets.UTF_8);
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertThat(HostileFile.of(folder, "text.xlsx", text, Dialect.xlsx())
                        .refused()
                        .reason())
                .contains("is no workbook");
        assertThat(HostileFile.of(folder, "old.xlsx", old, Dialect.xlsx())
                        .refused()
                        .reason())
                .contains("password");
        assertThat(HostileFile.of(folder, "empty.xlsx", new byte[0], Dialect.xlsx())
                        .refused()
                        .code())
                .isEqualTo(RefusedFile.EMPTY);
    }
}
