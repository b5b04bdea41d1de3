package org.offtake.etl.files;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet that hold anything, as texts. */
final class SheetRows implements Rows {

    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final String file;
    private final boolean lacksTexts;
    private int lastRow;

    SheetRows(Iterator<org.dhatim.fastexcel.reader.Row> rows, String file, boolean lacksTexts) {
        this.rows = rows;
        this.file = file;
        this.lacksTexts = lacksTexts;
    }

    @Override
    public @Nullable Row next() {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row sheetRow = rows.next();
                lastRow = sheetRow.getRowNum();
                Row row = row(sheetRow);
                if (!row.fields().isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (ExcelReaderException | IllegalStateException | IllegalArgumentException broken) {
            throw broken(file, lastRow, broken);
        }
    }

    static RefusedFile broken(String file, int row, RuntimeException cause) {
        return new RefusedFile(
                RefusedFile.WRONG_FORMAT,
                file + ": the sheet cannot be read " + (row == 0 ? "from its beginning" : "after row " + row) + " ("
                        + cause.getMessage() + "); ask its sender for it again, saved as a new workbook",
                cause);
    }

    private Row row(org.dhatim.fastexcel.reader.Row sheetRow) {
        List<@Nullable String> fields = new ArrayList<>();
        Flaw flaw = null;
        for (int column = 0; column < sheetRow.getCellCount(); column++) {
            Cell cell = sheetRow.getCell(column);
            if (cell == null) {
                fields.add("");
                continue;
            }
            CellText text = CellText.of(cell, lacksTexts);
            fields.add(text.value());
            flaw = flaw == null ? flaw(cell, text) : flaw;
        }
        while (!fields.isEmpty() && "".equals(fields.get(fields.size() - 1))) {
            fields.remove(fields.size() - 1);
        }
        String text = fields.stream().map(field -> Objects.toString(field, "")).collect(Collectors.joining(" | "));
        return new Row(sheetRow.getRowNum(), sheetRow.getRowNum(), fields, text, flaw, false);
    }

    private static @Nullable Flaw flaw(Cell cell, CellText text) {
        if (!text.error().isEmpty()) {
            return new Flaw(
                    Flaw.ERROR_CELL,
                    "cell " + cell.getAddress() + " holds " + text.error() + "; mend it in the workbook");
        }
        String value = text.value();
        if (value != null && value.length() > CsvRows.LONGEST_FIELD) {
            return LineFlaws.tooLongField("in cell " + cell.getAddress(), value.length());
        }
        return null;
    }
}
