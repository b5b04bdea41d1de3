package org.offtake.etl.quarantine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.files.NewWorkbook;
import org.offtake.etl.land.CorrectionSheet;
import org.offtake.etl.land.RecordId;
import org.offtake.models.SourceTable;

/**
 * Writes the records in quarantine as a workbook in which people correct them.
 *
 * <p>Every cell is text in a column of the text format: nothing that a source sent is taken for a formula, and what
 * a person types is kept as typed.
 */
public record CorrectionExport(QuarantinedRecords records, Instant now) {
    /** What a cell of a workbook can hold. */
    private static final int LONGEST_CELL = 32_767;

    private static final int MOST_ROWS = 1_048_575;
    private static final int ROWS_KEPT = 500;

    /** What was written: records by source table, and those left out because a field is too long for a cell. */
    public record Written(Map<String, Long> records, long tooLong) {}

    /**
     * Writes the records of the source tables, a sheet each; a table without any has no sheet.
     *
     * @throws IllegalArgumentException when there is such a file: somebody may be at work in it
     */
    public Written write(Path file, List<SourceTable> tables) throws IOException {
        return new NewWorkbook(file).write(workbook -> written(workbook, tables));
    }

    private Written written(Workbook workbook, List<SourceTable> tables) throws IOException {
        Map<String, Long> written = new TreeMap<>();
        long tooLong = 0;
        for (SourceTable table : tables) {
            Iterator<Row> rows = records.of(table).toLocalIterator();
            if (!rows.hasNext()) {
                continue;
            }
            Worksheet sheet = workbook.newWorksheet(CorrectionSheet.sheet(table));
            long[] counts = fill(sheet, table, rows);
            written.put(table.qualifiedName(), counts[0]);
            tooLong += counts[1];
        }
        if (written.isEmpty()) {
            workbook.newWorksheet("nothing in quarantine");
        }
        return new Written(written, tooLong);
    }

    private long[] fill(Worksheet sheet, SourceTable table, Iterator<Row> rows) throws IOException {
        List<String> names = new ArrayList<>();
        names.addAll(CorrectionSheet.NOTES.subList(0, 3));
        table.columns().forEach(column -> names.add(column.name()));
        names.add(CorrectionSheet.NOTES.get(3));
        names.add(CorrectionSheet.RECORD);
        sheet.freezePane(0, 1);
        for (int column = 0; column < names.size(); column++) {
            sheet.value(0, column, names.get(column));
            sheet.style(0, column).bold().set();
        }
        long[] counts = {0, 0};
        int line = 0;
        while (rows.hasNext()) {
            List<String> cells = cells(rows.next());
            if (line == MOST_ROWS || cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
                counts[1]++;
                continue;
            }
            line++;
            counts[0]++;
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) { // an empty text turns into a damaged one in some programs
                    sheet.value(line, column, cells.get(column));
                }
                sheet.style(line, column).format("@").set();
            }
            if (line % ROWS_KEPT == 0) {
                sheet.flush();
            }
        }
        return counts;
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(text(row.getAs("file")));
        cells.add(String.valueOf(row.<Long>getAs("line")));
        cells.add(text(row.getAs("reason")));
        List<@Nullable String> said = row.getList(row.fieldIndex("said"));
        said.forEach(value -> cells.add(text(value)));
        cells.add(text(row.getAs("raw")));
        cells.add(id(row).toString());
        return cells;
    }

    /** A correction that is still wrong is exported under the name of the record it corrects. */
    private RecordId id(Row row) {
        @Nullable String corrects = row.getAs("corrects");
        return Optional.ofNullable(corrects)
                .flatMap(RecordId::parse)
                .map(id -> id.exportedAt(now))
                .orElseGet(() -> RecordId.of(row.getAs("content"), row.<Long>getAs("record"), now));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : NewWorkbook.text(value);
    }
}
