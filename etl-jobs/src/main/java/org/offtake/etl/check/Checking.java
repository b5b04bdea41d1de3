package org.offtake.etl.check;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.sidebyside.SideBySide;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Assertion;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

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
        Inputs inputs = Inputs.pin(lake, library, new SqlText(assertion.name(), assertion.sql()).reads());
        String print = inputs.versions() + " " + assertion.sql().hashCode();
        return new Checked(
                assertion.name(),
                print,
                print.equals(before.get(assertion.name())) ? List.of() : check(assertion, inputs));
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
        Dataset<Row> rows = since.isEmpty() || !lake.tellsChanges(model.table(), since.getAsLong(), version)
                ? all
                : changed(model, all, since.getAsLong(), version);
        return new ContractChecks(model).of(rows, dimension -> lake.stored(dimension));
    }

    /** The rows, as they are now, whose grain was touched. */
    private Dataset<Row> changed(Model model, Dataset<Row> all, long since, long version) {
        Column[] grain = model.grain().stream().map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> touched =
                lake.changes(model.table(), since, version).select(grain).distinct();
        Column same = model.grain().stream()
                .map(name -> all.col(name).eqNullSafe(touched.col(name)))
                .reduce(Column::and)
                .orElseThrow();
        return all.join(org.apache.spark.sql.functions.broadcast(touched), same, "left_semi");
    }

    private List<Finding> check(Assertion assertion, Inputs inputs) {
        SqlText text = new SqlText(assertion.file().toString(), assertion.sql());
        Dataset<Row> broken = text.over(lake.spark(), assertion.name(), inputs::read, Map.of());
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

    private Sidecar memory() {
        return Sidecar.of(state, "checked");
    }
}
