package org.offtake.etl.guess;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.offtake.models.Dialect;

/** Finds the names of the columns among the first rows of a file. */
final class HeaderGuess {
    private HeaderGuess() {}

    /** The number of fields that most rows have, the greater one of two. */
    static int usualWidth(List<List<String>> rows) {
        return rows.stream().collect(Collectors.groupingBy(List::size, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    static Sample of(Dialect dialect, List<List<String>> rows) {
        int width = dialect.format() == Dialect.Format.XLSX ? widest(rows) : usualWidth(rows);
        int first = IntStream.range(0, rows.size())
                .filter(place -> rows.get(place).size() == width)
                .findFirst()
                .orElse(0);
        if (rows.isEmpty() || !isHeader(rows.get(first))) {
            List<String> names = IntStream.rangeClosed(1, width)
                    .mapToObj(place -> "column_" + place)
                    .toList();
            return Sample.ofRows(dialect.withHeader(Dialect.Header.ABSENT), names, rows);
        }
        Dialect.Header place = first == 0 ? Dialect.Header.PRESENT : Dialect.Header.FIND;
        List<String> names = rows.get(first).stream().map(String::strip).toList();
        return Sample.ofRows(dialect.withHeader(place), names, rows.subList(first + 1, rows.size()));
    }

    private static int widest(List<List<String>> rows) {
        return rows.stream().map(List::size).max(Comparator.naturalOrder()).orElse(0);
    }

    /** Names are all there, no two of them the same, and none is a number or a date. */
    private static boolean isHeader(List<String> row) {
        List<String> names = row.stream().map(String::strip).toList();
        Map<String, Long> times =
                names.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new HashSet<>(names).size() == names.size()
                && !times.containsKey("")
                && names.stream().noneMatch(name -> NumberShape.isNumber(name) || TimeShape.isTime(name));
    }
}
