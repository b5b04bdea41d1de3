package org.offtake.datatests.followup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.files.NewWorkbook;

/** An exported sheet as somebody saves it who wrote into it. */
record FilledSheet(Path exported) {
    private static final String HEAD = "Signaal / Signal";

    /** Writes, for each signal, these texts below the names of their columns. */
    void save(Path file, Map<String, Map<String, String>> texts) throws IOException {
        List<Row> rows;
        try (ReadableWorkbook workbook = new ReadableWorkbook(exported.toFile(), new ReadingOptions(true, false))) {
            rows = workbook.getFirstSheet().read();
        }
        List<String> names = rows.stream()
                .filter(row -> row.getCellText(0).equals(HEAD))
                .flatMap(Row::stream)
                .map(Cell::getText)
                .toList();
        new NewWorkbook(file).write(workbook -> {
            Worksheet page = workbook.newWorksheet("Signalen - Signals");
            for (Row row : rows) {
                row.forEach(cell -> copy(page, cell));
                texts.getOrDefault(row.getCellText(0), Map.of())
                        .forEach((name, text) -> page.value(row.getRowNum() - 1, names.indexOf(name), text));
            }
            return rows;
        });
    }

    private static void copy(Worksheet page, @Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return;
        }
        int line = cell.getAddress().getRow();
        int column = cell.getAddress().getColumn();
        if (cell.getType() == CellType.NUMBER) {
            page.value(line, column, cell.asNumber());
            if (cell.getDataFormatString() != null) {
                page.style(line, column).format(cell.getDataFormatString()).set();
            }
            return;
        }
        page.value(line, column, cell.getText());
    }
}
