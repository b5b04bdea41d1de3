package org.offtake.dashboards;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as RFC 4180 in UTF-8, with a mark at the beginning so that spreadsheets read the letters right. */
final class RowsCsv {
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private RowsCsv() {}

    static void write(ResultSet result, OutputStream out) throws SQLException, IOException {
        try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            text.write('\uFEFF');
            CsvWriter csv = CsvWriter.builder().build(text);
            csv.writeRecord(Rows.columns(result.getMetaData()));
            while (result.next()) {
                List<@Nullable Object> row = Rows.row(result);
                csv.writeRecord(row.stream().map(RowsCsv::cell).toList());
            }
            csv.flush();
        }
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe; a negative number is no formula. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value.toString();
        boolean formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
