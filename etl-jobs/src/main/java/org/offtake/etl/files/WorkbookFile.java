package org.offtake.etl.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.offtake.models.Dialect;

/** Opens one sheet of a workbook that the guard has let pass. */
final class WorkbookFile {

    private WorkbookFile() {}

    /** The rows of a sheet before they have names, and what is to be closed after them. */
    record OpenSheet(Rows rows, Closeable source) {}

    static RecordFile open(Path path, Dialect dialect, List<ExpectedColumn> expected) throws IOException {
        String file = String.valueOf(path.getFileName());
        OpenSheet sheet = sheet(path, dialect);
        try {
            return new TableFile(sheet.rows(), sheet.source(), dialect, expected, file, List.of(), true);
        } catch (IOException | RuntimeException failure) {
            sheet.source().close();
            throw failure;
        }
    }

    static OpenSheet sheet(Path path, Dialect dialect) throws IOException {
        String file = String.valueOf(path.getFileName());
        checkKind(path, file);
        WorkbookGuard.Safe safe;
        try {
            safe = WorkbookGuard.check(path);
        } catch (IOException noZip) {
            throw truncated(file, noZip);
        }
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            ReadableWorkbook workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
            opened.add(workbook);
            Stream<Row> rows = sheet(workbook, dialect.sheet(), file).openStream();
            opened.add(0, rows);
            return new OpenSheet(new SheetRows(rows.iterator(), file, safe.lacksTexts()), () -> close(opened));
        } catch (ExcelReaderException | IllegalStateException | IllegalArgumentException broken) {
            close(opened);
            throw SheetRows.broken(file, 0, broken);
        } catch (IOException | RuntimeException failure) {
            close(opened);
            throw failure;
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, String name, String file) {
        Optional<Sheet> found = name.isEmpty() ? workbook.getSheet(0) : workbook.findSheet(name);
        return found.orElseThrow(() -> new RefusedFile(
                RefusedFile.MISSING_SHEET,
                file + ": the workbook has no sheet '" + name + "' but "
                        + workbook.getSheets()
                                .map(sheet -> "'" + sheet.getName() + "'")
                                .collect(Collectors.joining(", "))
                        + "; correct the sheet in the contract"));
    }

    private static void checkKind(Path path, String file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(path)) {
            start = bytes.readNBytes(4);
        }
        String digits = HexFormat.of().formatHex(start);
        if (start.length == 0) {
            throw new RefusedFile(RefusedFile.EMPTY, file + ": the file is empty; ask its sender for it again");
        }
        if (digits.equals("d0cf11e0")) {
            throw new RefusedFile(
                    RefusedFile.WRONG_FORMAT,
                    file + ": this is an old workbook (.xls) or one with a password; save it as .xlsx without one");
        }
        if (!digits.equals("504b0304")) {
            throw new RefusedFile(
                    RefusedFile.WRONG_FORMAT,
                    file
                            + ": this is no workbook, because it is no zip archive; save it as .xlsx, or declare its format");
        }
    }

    private static RefusedFile truncated(String file, IOException cause) {
        return new RefusedFile(
                RefusedFile.TRUNCATED,
                file + ": the workbook is damaged or was cut (" + cause.getMessage() + "); ask its sender for it again",
                cause);
    }

    private static void close(List<AutoCloseable> opened) throws IOException {
        for (AutoCloseable one : opened) {
            try {
                one.close();
            } catch (IOException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IOException(failure);
            }
        }
    }
}
