package org.offtake.cli;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Option;

/** The option of every command that prints rows. */
final class Printing {
    @Option(
            names = "--format",
            defaultValue = "table",
            description = "table, csv or json",
            converter = FormatConverter.class)
    private Format format = Format.TABLE;

    Format format() {
        return format;
    }

    /** Prints rows on standard output. */
    void print(Dataset<Row> rows) {
        format.print(rows, System.out);
    }
}
