package org.offtake.datatests.scenarios;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.offtake.models.ContractException;

/**
 * A table as a page writes it: the names of its columns, and its rows as texts.
 *
 * @param line the line of the page on which it begins, counted from 1
 */
record MarkdownTable(int line, List<String> columns, List<Line> rows) {
    private static final Pattern UNDERLINE = Pattern.compile("\\|(\\s*:?-+:?\\s*\\|)+");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    /** One row and the line of the page it stands on. */
    record Line(int number, List<String> cells) {}

    /** A table without columns and rows, for a page that expects none. */
    static MarkdownTable empty(int line) {
        return new MarkdownTable(line, List.of(), List.of());
    }

    static boolean isRow(String line) {
        return line.strip().startsWith("|");
    }

    /** Reads the table whose names stand at the index; refuses rows of another width. */
    static MarkdownTable read(Path page, List<String> lines, int index) {
        List<String> columns = cells(lines.get(index));
        if (index + 1 >= lines.size()
                || !UNDERLINE.matcher(lines.get(index + 1).strip()).matches()) {
            throw new ContractException(page, index + 1, "a table has a line |---|---| below the names of its columns");
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw new ContractException(page, index + 1, "a column stands twice in " + columns);
        }
        List<Line> rows = new ArrayList<>();
        for (int row = index + 2; row < lines.size() && isRow(lines.get(row)); row++) {
            List<String> cells = cells(lines.get(row));
            if (cells.size() != columns.size()) {
                throw new ContractException(
                        page,
                        row + 1,
                        cells.size() + " cells stand below " + columns.size()
                                + " names; a bar in a text is written \\|");
            }
            rows.add(new Line(row + 1, cells));
        }
        return new MarkdownTable(index + 1, columns, List.copyOf(rows));
    }

    private static List<String> cells(String line) {
        String row = line.strip();
        String inner = row.endsWith("|") && row.length() > 1 ? row.substring(1, row.length() - 1) : row.substring(1);
        return Arrays.stream(BAR.split(inner, -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }
}
