package org.offtake.cli;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of every command that prints rows. */
final class Printing {
    @Option(
            names = "--format",
            defaultValue = "table",
            description = "table, csv or json, a line for each row",
            converter = FormatConverter.class)
    private Format format = Format.TABLE;

    Format format() {
        return format;
    }

    /** Prints rows on standard output. */
    void print(Dataset<Row> rows) {
        format.print(rows, System.out);
    }

    /** A row of values; a null is printed as nothing. */
    static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** Prints rows of these columns on standard output. */
    void print(List<String> names, List<List<@Nullable Object>> rows) {
        format.print(names, rows, System.out);
    }

    /** Prints what PostgreSQL answered on standard output. */
    void print(ResultSet answer) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
            names.add(answer.getMetaData().getColumnLabel(column));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (answer.next()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int column = 1; column <= names.size(); column++) {
                values.add(answer.getObject(column));
            }
            rows.add(values);
        }
        format.print(names, rows, System.out);
    }
}
