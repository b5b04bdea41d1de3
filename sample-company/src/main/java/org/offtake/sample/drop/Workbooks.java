package org.offtake.sample.drop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One workbook with one sheet: a header row, real numbers and real date cells in local wall time. */
public record Workbooks() implements Dialect {
    private static final int ROWS_KEPT = 1_000;
    private static final LocalDateTime STAMP = LocalDateTime.of(2020, 1, 1, 0, 0);

    @Override
    public String ending() {
        return ".xlsx";
    }

    @Override
    public int firstLine() {
        return 2;
    }

    @Override
    public Object wrongDecimal() {
        return "1.234,5O";
    }

    @Override
    public Sheet open(Path file, Table table) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        Workbook workbook = new Workbook(bytes, "sample", "1.0");
        Worksheet sheet = workbook.newWorksheet(table.name());
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.value(0, i, table.columns().get(i).name());
        }
        return new Sheet() {
            private int row;

            @Override
            public void write(List<Object> values) throws IOException {
                row++;
                if (row % ROWS_KEPT == 0) {
                    sheet.flush();
                }
                for (int i = 0; i < values.size(); i++) {
                    cell(sheet, row, i, values.get(i));
                }
            }

            @Override
            public void close() throws IOException {
                workbook.close();
                bytes.close();
                Files.write(file, withoutClock(file));
            }
        };
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value.equals("")) {
            return;
        }
        if (value instanceof BigDecimal decimal) {
            sheet.value(row, column, decimal);
        } else if (value instanceof Integer number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof OffsetDateTime moment) {
            sheet.value(row, column, moment.toLocalDateTime());
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else {
            sheet.value(row, column, value.toString());
        }
    }

    /** The writer stamps the wall clock into the container; the same seed has to give the same bytes. */
    private static byte[] withoutClock(Path workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry stamped = new ZipEntry(entry.getName());
                stamped.setTimeLocal(STAMP);
                out.putNextEntry(stamped);
                out.write(content(entry.getName(), in.getInputStream(entry).readAllBytes()));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(String name, byte[] bytes) {
        if (!name.equals("docProps/core.xml")) {
            return bytes;
        }
        return new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + STAMP + ":00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
