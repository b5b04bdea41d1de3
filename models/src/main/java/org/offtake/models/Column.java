package org.offtake.models;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One column of a contract: its name, what it is, whether it may be null, and what it says. */
public record Column(String name, ColumnType type, boolean optional, String about) {
    private static final Set<String> KEYS = Set.of("is", "about", "optional");

    static List<Column> readAll(YamlMap contract) {
        YamlMap columns = contract.map("columns")
                .orElseThrow(() -> new ContractException(contract.file(), contract.line(), "'columns' is missing"));
        return columns.keys().stream().map(name -> read(columns, name)).toList();
    }

    private static Column read(YamlMap columns, String name) {
        YamlMap column = columns.map(name).orElseThrow().only(KEYS);
        try {
            Column read = new Column(
                    name, ColumnType.parse(column.text("is")), column.flag("optional", false), column.text("about"));
            read.refuseWrongEnding();
            return read;
        } catch (IllegalArgumentException wrong) {
            throw columns.problem(name, "column " + name + ": " + wrong.getMessage());
        }
    }

    /** The four endings that a reader relies on: an id, a key, a date and an instant are known by their names. */
    private void refuseWrongEnding() {
        boolean toDate = name.endsWith("_to_date") && type.kind() != ColumnType.Kind.DATE;
        if (toDate) {
            return; // "so far", as in actual_to_date
        }
        if (!type.ending().isEmpty() && !name.endsWith(type.ending())) {
            throw new IllegalArgumentException("a column that is " + type + " is named *" + type.ending());
        }
        Arrays.stream(ColumnType.Kind.values())
                .map(kind -> new ColumnType(kind, Optional.empty()))
                .filter(other -> !other.ending().isEmpty() && name.endsWith(other.ending()))
                .filter(other -> other.kind() != type.kind())
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException(
                            "the name promises a column that is " + other + ", but it is " + type);
                });
    }
}
