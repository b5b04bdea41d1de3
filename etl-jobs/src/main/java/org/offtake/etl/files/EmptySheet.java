package org.offtake.etl.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.offtake.models.Dialect;
import org.offtake.models.ReceivedColumn;
import org.offtake.models.SourceTable;

/** The sheet that somebody begins with who enters by hand what a source table takes. */
public record EmptySheet(SourceTable table) {
    private static final String SHEET = "Offtake";
    private static final int LEAST_WIDTH = 12;

    /**
     * Writes the header, with a note at each column about what goes in it.
     *
     * @throws IllegalArgumentException when there is such a file, or the table is none that people fill in as a sheet with a header
     */
    public void write(Path file) throws IOException {
        Dialect dialect = table.dialect();
        if (table.extract().isPresent()
                || dialect.format() != Dialect.Format.XLSX
                || dialect.header() == Dialect.Header.ABSENT) {
            throw new IllegalArgumentException(
                    table.qualifiedName() + " does not come as sheets with a header; its contract is " + table.file());
        }
        List<ReceivedColumn> columns = table.columns();
        new NewWorkbook(file).write(workbook -> {
            Worksheet page = workbook.newWorksheet(dialect.sheet().isEmpty() ? SHEET : dialect.sheet());
            for (int place = 0; place < columns.size(); place++) {
                ReceivedColumn column = columns.get(place);
                page.value(0, place, column.name());
                page.comment(0, place, column.type() + (column.optional() ? "; may be empty" : ""));
                page.style(0, place).bold().set();
                page.width(place, Math.max(LEAST_WIDTH, column.name().length() + 2));
            }
            page.freezePane(0, 1);
            return columns.size();
        });
    }
}
