package org.offtake.etl.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.offtake.models.Dialect;

/** Workbooks made part by part, as no program would write them. */
final class HostileWorkbook {

    static final String HEADER = "<row r='1'><c r='A1' t='inlineStr'><is><t>id</t></is></c>"
            + "<c r='B1' t='inlineStr'><is><t>name</t></is></c></row>";
    static final String LAST = "<row r='9'><c r='A9'><v>9</v></c><c r='B9' t='str'><v>fig</v></c></row>";

    private HostileWorkbook() {}

    static HostileFile of(Path folder, Map<String, String> parts) throws IOException {
        Path path = folder.resolve("hostile.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return new HostileFile(path, Dialect.xlsx(), HostileFile.ID_AND_NAME);
    }

    static Map<String, String> parts(String rows) {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + types + "sheet.main+xml'/>"
                        + "<Override PartName='/xl/styles.xml' ContentType='" + types + "styles+xml'/></Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + main + "' xmlns:r='" + office + "'><sheets>"
                        + "<sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Type='" + office
                        + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns='" + main + "'><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy hh:mm'/>"
                        + "<numFmt numFmtId='165' formatCode='[h]:mm'/></numFmts><cellXfs><xf numFmtId='0'/>"
                        + "<xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='20'/><xf numFmtId='165'/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }
}
