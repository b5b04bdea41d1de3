package org.offtake.etl.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.offtake.models.Dialect;

/**
 * The first rows of a text or a workbook, before anything is known of its columns.
 *
 * @param rows their fields, without the empty ones at the end of a row of a sheet
 * @param flawed how many rows could not be told apart, and are left out
 */
public record FirstRows(List<List<String>> rows, long flawed) {

    /**
     * Reads no more rows than asked for.
     *
     * @throws RefusedFile when the file cannot be read in this dialect
     */
    public static FirstRows read(Path file, Dialect dialect, int most) {
        try {
            if (dialect.format() == Dialect.Format.XLSX) {
                WorkbookFile.OpenSheet sheet = WorkbookFile.sheet(file, dialect);
                try (var closing = sheet.source()) {
                    return of(sheet.rows(), most);
                }
            }
            ReceivedBytes bytes = ReceivedBytes.open(file, dialect.charset());
            try (var closing = bytes.stream()) {
                PhysicalLines lines = new PhysicalLines(new DecodedText(bytes.stream(), bytes.charset()));
                return of(new CsvRows(lines, dialect, String.valueOf(file.getFileName())), most);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw ReceivedFiles.refusal(String.valueOf(file.getFileName()), unreadable);
        }
    }

    /** The first bytes of a file of any kind, after decompression, before anything is known of it. */
    public static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream bytes = ReceivedBytes.unpacked(file)) {
            return bytes.readNBytes(most);
        }
    }

    private static FirstRows of(Rows rows, int most) throws IOException {
        List<List<String>> good = new ArrayList<>();
        long flawed = 0;
        for (Row row = rows.next(); row != null && good.size() + flawed < most; row = rows.next()) {
            if (row.flaw() != null) {
                flawed++;
                continue;
            }
            good.add(row.fields().stream()
                    .map(field -> Objects.toString(field, ""))
                    .toList());
        }
        return new FirstRows(good, flawed);
    }
}
