package org.offtake.etl.check;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.build.SelectRules;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.UnitSet;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Assertion;
import org.offtake.models.Library;
import org.offtake.models.TableName;

/** One assertion, over what changed since it held where it says by which units it can be looked at, else over all rows. */
final class AssertionCheck {
    private static final int MOST_UNITS = 50_000;

    private final Library library;
    private final Lake lake;
    private final Assertion assertion;
    private final SqlText text;
    private final Inputs inputs;

    AssertionCheck(Library library, Lake lake, Assertion assertion) {
        this.library = library;
        this.lake = lake;
        this.assertion = assertion;
        this.text = new SqlText(assertion.file().toString(), assertion.sql());
        this.inputs = Inputs.pin(lake, library, text.reads());
    }

    /** What it is and what it reads, with the id of each table and its version: {@code hash gold.dim_party=id@3}. */
    String print() {
        return definition()
                + inputs.versions().entrySet().stream()
                        .map(table -> " " + table.getKey() + "=" + Lake.id(lake.root(), table.getKey()) + "@"
                                + table.getValue())
                        .collect(Collectors.joining());
    }

    private String definition() {
        return Integer.toHexString((assertion.sql() + assertion.by()).hashCode());
    }

    /** The finding, when it does not hold; nothing is known of it, or that it held when it printed so. */
    List<Finding> since(String known) {
        if (!known.startsWith(definition() + " ")) {
            new SelectRules(lake.spark(), library).check(assertion);
        }
        Optional<UnitSet> units = touched(known);
        Dataset<Row> broken = text.over(
                lake.spark(),
                assertion.name(),
                table -> units.map(set -> set.of(inputs.read(table))).orElseGet(() -> inputs.read(table)),
                Map.of());
        List<Row> first = broken.limit(1).collectAsList();
        if (first.isEmpty()) {
            return List.of();
        }
        TableName table = text.reads().iterator().next();
        return List.of(new Finding(
                table,
                assertion.name(),
                "it must never happen",
                broken.count(),
                first.get(0).toString(),
                true));
    }

    /** The units that changed since; empty when all have to be looked at. */
    private Optional<UnitSet> touched(String known) {
        if (assertion.by().isEmpty() || !known.startsWith(definition() + " ")) {
            return Optional.empty();
        }
        Column[] by = assertion.by().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
        if (!inputs.versions().keySet().containsAll(tables(known))) {
            return Optional.empty();
        }
        Map<TableName, Long> before = new TreeMap<>();
        inputs.versions().keySet().forEach(table -> version(known, table).ifPresent(old -> before.put(table, old)));
        List<Dataset<Row>> changes = new ArrayList<>();
        for (Map.Entry<TableName, Long> now : inputs.versions().entrySet()) {
            Long old = before.get(now.getKey());
            if (old == null || !lake.tellsChanges(now.getKey(), old, now.getValue())) {
                return Optional.empty();
            }
            if (!old.equals(now.getValue())) {
                changes.add(lake.changes(now.getKey(), old, now.getValue()).select(by));
            }
        }
        return changes.stream()
                .reduce(Dataset::unionAll)
                .flatMap(all -> UnitSet.literals(assertion.by(), all, MOST_UNITS));
    }

    /** The tables there were; one that is gone tells no changes. */
    private static Set<TableName> tables(String known) {
        return Stream.of(known.split(" "))
                .skip(1)
                .map(part -> TableName.parse(part.substring(0, part.indexOf('='))))
                .collect(Collectors.toSet());
    }

    private OptionalLong version(String known, TableName table) {
        String prefix = table + "=" + Lake.id(lake.root(), table) + "@";
        for (String part : known.split(" ")) {
            if (part.startsWith(prefix)) {
                return OptionalLong.of(Long.parseLong(part.substring(prefix.length())));
            }
        }
        return OptionalLong.empty();
    }
}
