package org.offtake.etl.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.offtake.etl.files.ExpectedColumn;
import org.offtake.models.Dialect;
import org.offtake.models.SourceTable;

/**
 * The workbook in which corrected records come back: a sheet for each source table, a column for each received field,
 * and a few of our own beside them, whose names stand in brackets.
 */
public final class CorrectionSheet {
    /** What the name of the file begins with. */
    public static final String PREFIX = "corrections";

    public static final String RECORD = "[record]";

    /** Our columns that help a person and are not read again. */
    public static final List<String> NOTES = List.of("[file]", "[line]", "[reason]", "[as received]");

    private static final int LONGEST_SHEET_NAME = 31;

    private CorrectionSheet() {}

    /** Whether a file is a workbook with corrections, by its name. */
    public static boolean isName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.startsWith(PREFIX) && name.endsWith(".xlsx");
    }

    /** The name of the sheet of a source table; a long one is cut and told apart by its hash. */
    public static String sheet(SourceTable table) {
        String name = table.system() + "." + table.name();
        return name.length() <= LONGEST_SHEET_NAME
                ? name
                : name.substring(0, 24) + "~" + DigestUtils.sha256Hex(name).substring(0, 6);
    }

    public static Dialect dialect(SourceTable table) {
        return Dialect.xlsx().withSheet(sheet(table));
    }

    /** The received columns, then the name of the record that is corrected, then our notes. */
    public static List<ExpectedColumn> expected(SourceTable table) {
        List<ExpectedColumn> expected = new ArrayList<>();
        table.columns().forEach(column -> expected.add(ExpectedColumn.required(column.name())));
        expected.add(ExpectedColumn.required(RECORD));
        NOTES.forEach(note -> expected.add(ExpectedColumn.optional(note)));
        return expected;
    }
}
