package org.offtake.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.lake.RowValues;

/** How rows are printed. */
enum Format {
    TABLE {
        @Override
        void print(List<String> names, List<List<@Nullable Object>> rows, PrintStream out) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(names);
            rows.forEach(row -> lines.add(row.stream().map(Format::text).toList()));
            int[] widths = new int[names.size()];
            lines.forEach(line -> {
                for (int column = 0; column < widths.length; column++) {
                    widths[column] = Math.max(widths[column], line.get(column).length());
                }
            });
            lines.forEach(line -> {
                StringBuilder padded = new StringBuilder();
                for (int column = 0; column < widths.length; column++) {
                    padded.append(line.get(column))
                            .append(" ".repeat(widths[column] - line.get(column).length() + 2));
                }
                out.println(padded.toString().stripTrailing());
            });
        }
    },
    CSV {
        @Override
        void print(List<String> names, List<List<@Nullable Object>> rows, PrintStream out) {
            out.println(names.stream().map(Format::field).collect(Collectors.joining(",")));
            rows.forEach(row -> out.println(
                    row.stream().map(Format::text).map(Format::field).collect(Collectors.joining(","))));
        }
    },
    JSON {
        @Override
        void print(List<String> names, List<List<@Nullable Object>> rows, PrintStream out) {
            var json = new com.fasterxml.jackson.databind.ObjectMapper();
            rows.forEach(row -> {
                var object = json.createObjectNode();
                for (int column = 0; column < names.size(); column++) {
                    Object value = row.get(column);
                    if (value instanceof BigDecimal number) {
                        object.put(names.get(column), number);
                        continue;
                    }
                    if (value instanceof Number || value instanceof Boolean) {
                        object.putPOJO(names.get(column), value);
                        continue;
                    }
                    object.put(names.get(column), value == null ? null : value.toString());
                }
                out.println(object);
            });
        }
    };

    abstract void print(List<String> names, List<List<@Nullable Object>> rows, PrintStream out);

    void print(Dataset<Row> rows, PrintStream out) {
        List<List<@Nullable Object>> values = new ArrayList<>();
        rows.toLocalIterator().forEachRemaining(row -> values.add(RowValues.of(row)));
        print(List.of(rows.columns()), values, out);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String field(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r")
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }
}
