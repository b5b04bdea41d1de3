package org.offtake.sample.drop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How a system writes a table to a file. */
public sealed interface Dialect permits DutchCsv, JsonLines, Workbooks {
    /** The ending of the file name, with its dot. */
    String ending();

    /** One-based number of the line or spreadsheet row that the first record gets. */
    int firstLine();

    /** A value as this dialect would show it, for damage that is made of text. */
    Object wrongDecimal();

    Sheet open(Path file, Table table) throws IOException;

    /** A file being written; records may be shorter than the table when damage asks for it. */
    interface Sheet extends Closeable {
        void write(List<Object> values) throws IOException;
    }
}
