package org.offtake.etl.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** The names of the columns as a file gives them; they match the contract's by letter case last. */
record Header(List<String> names) {

    /** The names in a record; a column without a name is called by its place. */
    static Header of(List<@Nullable String> fields) {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < fields.size(); index++) {
            String name = clean(fields.get(index));
            names.add(name.isEmpty() ? "column " + (index + 1) : name);
        }
        return new Header(List.copyOf(names));
    }

    static Header ofExpected(List<ExpectedColumn> expected) {
        return new Header(expected.stream().map(ExpectedColumn::name).toList());
    }

    /** Where a column stands, or -1: the same name, else the only one that differs by letter case alone. */
    int placeOf(String column) {
        int exact = names.indexOf(column);
        if (exact >= 0) {
            return exact;
        }
        List<String> sameLetters =
                names.stream().filter(column::equalsIgnoreCase).toList();
        return sameLetters.size() == 1 ? names.indexOf(sameLetters.get(0)) : -1;
    }

    boolean has(ExpectedColumn column) {
        return placeOf(column.name()) >= 0;
    }

    List<ExpectedColumn> missing(List<ExpectedColumn> expected) {
        return expected.stream()
                .filter(ExpectedColumn::required)
                .filter(column -> !has(column))
                .toList();
    }

    /** Whether a record says nothing but these names again. */
    boolean isRepeatedBy(List<@Nullable String> fields) {
        return fields.size() == names.size()
                && (names.get(0).equals(clean(fields.get(0)))
                        || clean(fields.get(0)).isEmpty())
                && Header.of(fields).equals(this);
    }

    /** The names that stand more than once, each with the places where. */
    Map<String, List<Integer>> duplicates() {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int index = 0; index < names.size(); index++) {
            places.computeIfAbsent(names.get(index), name -> new ArrayList<>()).add(index + 1);
        }
        places.values().removeIf(found -> found.size() == 1);
        return places;
    }

    /** How these names differ from the contract's where that costs no record. */
    List<String> differencesFrom(List<ExpectedColumn> expected) {
        List<String> differences = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        for (ExpectedColumn column : expected) {
            int place = placeOf(column.name());
            known.add(place);
            if (place < 0) {
                differences.add("the column '" + column.name() + "' is not in the file; its values are empty");
            } else if (!names.get(place).equals(column.name())) {
                differences.add("the column '" + column.name() + "' is called '" + names.get(place) + "' in the file");
            }
        }
        for (int place = 0; place < names.size(); place++) {
            if (!known.contains(place)) {
                differences.add("the column '" + names.get(place) + "' is not in the contract");
            }
        }
        return List.copyOf(differences);
    }

    /** The column in quotes, with the name that is most like it of those that are no expected column's. */
    String lacking(ExpectedColumn column, List<ExpectedColumn> expected) {
        Set<Integer> taken = expected.stream().map(it -> placeOf(it.name())).collect(Collectors.toSet());
        return "'" + column.name() + "'"
                + IntStream.range(0, names.size())
                        .filter(place -> !taken.contains(place))
                        .mapToObj(names::get)
                        .min(Comparator.comparingInt(name -> distance(column.name(), name)))
                        .map(name -> " (nearest is '" + name + "')")
                        .orElse("");
    }

    private static int distance(String left, String right) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
    }

    private static String clean(@Nullable String name) {
        return name == null ? "" : name.strip();
    }
}
