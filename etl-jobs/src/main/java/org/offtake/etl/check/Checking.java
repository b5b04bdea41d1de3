package org.offtake.etl.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.sidebyside.SideBySide;
import org.offtake.models.Assertion;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.Model;

/** Holds what was built since the last good check against contracts and assertions. */
public record Checking(Library library, Lake lake, Path state) {

    /** The broken rules; what held is remembered, so that the next check looks only at what changed since. */
    public List<Finding> check() {
        Map<String, String> before = memory().read();
        List<Checked> all = SideBySide.map(things(), thing -> thing.check(before));
        List<Finding> findings =
                all.stream().flatMap(checked -> checked.findings().stream()).toList();
        Map<String, String> prints = new TreeMap<>();
        all.forEach(checked -> prints.put(checked.name(), checked.print()));
        if (findings.stream().noneMatch(Finding::stops)) {
            memory().write(prints);
        }
        return findings;
    }

    /** What was found in a table or by an assertion, and what of it to remember. */
    private record Checked(String name, String print, List<Finding> findings) {}

    /** Something to check, unless it was checked as it is. */
    private interface Thing {
        Checked check(Map<String, String> before);
    }

    private List<Thing> things() {
        List<Thing> things = new ArrayList<>();
        library.models(Layer.GOLD).stream()
                .filter(model -> lake.exists(model.table()))
                .forEach(model -> things.add(before -> table(model, before)));
        library.assertions().forEach(assertion -> things.add(before -> assertion(assertion, before)));
        return things;
    }

    private Checked table(Model model, Map<String, String> before) {
        String name = model.table().toString();
        long version = lake.version(model.table()).orElseThrow();
        String print = version + " " + model.checks().hashCode() + " "
                + model.columns().hashCode() + " " + Lake.id(lake.root(), model.table());
        String known = before.getOrDefault(name, "");
        return new Checked(name, print, print.equals(known) ? List.of() : check(model, version, since(print, known)));
    }

    private Checked assertion(Assertion assertion, Map<String, String> before) {
        AssertionCheck check = new AssertionCheck(library, lake, assertion);
        String known = before.getOrDefault(assertion.name(), "");
        return new Checked(
                assertion.name(), check.print(), check.print().equals(known) ? List.of() : check.since(known));
    }

    /** The version that was checked with the same rules, when there is one. */
    private static OptionalLong since(String print, String known) {
        String rules = print.substring(print.indexOf(' '));
        return known.endsWith(rules)
                ? OptionalLong.of(Long.parseLong(known.substring(0, known.indexOf(' '))))
                : OptionalLong.empty();
    }

    private List<Finding> check(Model model, long version, OptionalLong since) {
        Dataset<Row> all = lake.stored(model.table(), version);
        Optional<TouchedRows> touched = since.isEmpty() || !lake.tellsChanges(model.table(), since.getAsLong(), version)
                ? Optional.empty()
                : TouchedRows.of(model, lake.changes(model.table(), since.getAsLong(), version));
        return new ContractChecks(model)
                .of(
                        touched.map(rows -> rows.ofUnits(all)).orElse(all),
                        touched.map(rows -> rows.ofGrains(all)).orElse(all),
                        dimension -> lake.stored(dimension));
    }

    private Sidecar memory() {
        return Sidecar.of(state, "checked");
    }
}
