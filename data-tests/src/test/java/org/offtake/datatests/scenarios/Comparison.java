package org.offtake.datatests.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows a page expects and the rows there are, as texts; order plays no part, numbers of equal rows do. */
record Comparison(List<String> columns, List<List<String>> expected, List<List<String>> actual) {
    private static final int SHOWN = 10;

    List<List<String>> missing() {
        return without(expected, actual);
    }

    List<List<String>> surplus() {
        return without(actual, expected);
    }

    int differences() {
        return missing().size() + surplus().size();
    }

    /** Only as many surplus rows as a reader can look through. */
    Comparison shortened() {
        List<List<String>> few = new ArrayList<>(without(expected, missing()));
        surplus().stream().limit(SHOWN).forEach(few::add);
        return new Comparison(columns, expected, few);
    }

    /** Both tables side by side: first the rows they share, then what only one of them has. */
    String sideBySide() {
        List<List<String>> missing = missing();
        List<List<String>> surplus = surplus();
        List<List<String>> shared = without(expected, missing);
        List<Integer> widths = IntStream.range(0, columns.size())
                .mapToObj(column -> Stream.of(List.of(columns), expected, actual)
                        .flatMap(List::stream)
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        List<String> lines = new ArrayList<>();
        String header = line(columns, widths);
        lines.add("  " + pad("expected", header.length()) + "    actual");
        lines.add("  " + header + "    " + header);
        shared.forEach(row -> lines.add("  " + line(row, widths) + "    " + line(row, widths)));
        for (int index = 0; index < Math.max(missing.size(), surplus.size()); index++) {
            String left = index < missing.size() ? "- " + line(missing.get(index), widths) : "";
            String right = index < surplus.size() ? "  + " + line(surplus.get(index), widths) : "";
            lines.add(pad(left, header.length() + 2) + right);
        }
        return lines.stream().map(String::stripTrailing).reduce("", (above, line) -> above + "\n" + line);
    }

    private static List<List<String>> without(List<List<String>> rows, List<List<String>> taken) {
        List<List<String>> left = new ArrayList<>(rows);
        taken.forEach(left::remove);
        return left;
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < row.size(); column++) {
            line.append(' ').append(pad(row.get(column), widths.get(column))).append(" |");
        }
        return line.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
