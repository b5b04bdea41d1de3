package org.offtake.etl.build;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Follow;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** Which units of a model its changed inputs touch. */
public sealed interface ChangedUnits {
    /** Nothing changed. */
    record None() implements ChangedUnits {}

    /** Everything has to be worked out anew. */
    record All() implements ChangedUnits {}

    /** These units, and no others. */
    record Some(UnitSet units) implements ChangedUnits {}

    /** Above this number of units a condition with literals costs more than a join. */
    int LITERALS = 50_000;

    /** Follows the changes of every input from what was consumed to what is pinned. */
    static ChangedUnits follow(Model model, Consumed before, Consumed next, Inputs inputs) {
        if (!before.canGoOnTo(next)) {
            return new All();
        }
        if (before.values().equals(next.values())) {
            return new None();
        }
        Map<TableName, Dataset<Row>> changed = new TreeMap<>();
        for (Follow follow : model.follows().values()) {
            OptionalLong old = before.version(follow.table());
            OptionalLong pinned = next.version(follow.table());
            if (pinned.equals(old)) {
                continue;
            }
            if (old.isEmpty()
                    || pinned.isEmpty()
                    || pinned.getAsLong() < old.getAsLong()
                    || !inputs.lake().tellsChanges(follow.table(), old.getAsLong(), pinned.getAsLong())) {
                return new All();
            }
            changed.put(follow.table(), inputs.lake().changes(follow.table(), old.getAsLong(), pinned.getAsLong()));
        }
        Optional<Dataset<Row>> built = Optional.of(inputs.lake())
                .filter(lake -> !model.inferredFrom().isEmpty() && lake.exists(model.table()))
                .map(lake -> lake.stored(model.table()));
        return touchedBy(model, changed, inputs, built);
    }

    /**
     * The units that changed rows touch.
     *
     * @param changed the before- and the after-images of followed tables
     * @param inputs the followed tables as they are now
     * @param built the rows of the model's own table, where it infers members
     */
    static ChangedUnits touchedBy(
            Model model, Map<TableName, Dataset<Row>> changed, Tables inputs, Optional<Dataset<Row>> built) {
        List<Follow> heard = changed.keySet().stream()
                .map(table -> Objects.requireNonNull(model.follows().get(table), table::toString))
                .toList();
        if (heard.isEmpty()) {
            return new None();
        }
        boolean isWhole = model.load() instanceof LoadRule.Replace
                || heard.stream().anyMatch(follow -> follow instanceof Follow.Everything);
        if (isWhole) {
            return new All();
        }
        Optional<Mentions> mentions = built.map(rows -> new Mentions(model, rows));
        Dataset<Row> all = heard.stream()
                .map(follow -> {
                    Dataset<Row> rows = Objects.requireNonNull(changed.get(follow.table()));
                    return mentions.flatMap(told -> told.units(follow, rows))
                            .orElseGet(() -> units(model, follow, rows, inputs));
                })
                .reduce(Dataset::unionAll)
                .orElseThrow();
        Optional<UnitSet> few = UnitSet.literals(model.by(), all, LITERALS);
        if (few.isPresent()) {
            return few.get().isEmpty() ? new None() : new Some(few.get());
        }
        return new Some(UnitSet.rows(model.by(), all));
    }

    private static Dataset<Row> units(Model model, Follow follow, Dataset<Row> changes, Tables inputs) {
        String[] names = model.by().toArray(String[]::new);
        if (follow instanceof Follow.Direct direct) {
            return direct(changes, direct.expressions()).toDF(names);
        }
        Follow.Through path = (Follow.Through) follow;
        return path.steps().stream()
                .map(step -> through(model, changes, step, inputs).toDF(names))
                .reduce(Dataset::unionAll)
                .orElseThrow();
    }

    /** The units of the rows, in the table that the step leads to, that carry a changed value. */
    private static Dataset<Row> through(Model model, Dataset<Row> changes, Follow.Step step, Tables inputs) {
        Dataset<Row> values = changes.select(expr(step.value()).as("_value")).distinct();
        Dataset<Row> carriers = inputs.read(step.via());
        Dataset<Row> touched = carriers.join(
                org.apache.spark.sql.functions.broadcast(values),
                carriers.col(step.viaColumn()).eqNullSafe(values.col("_value")),
                "left_semi");
        Follow.Direct onward =
                (Follow.Direct) Objects.requireNonNull(model.follows().get(step.via()));
        return direct(touched, onward.expressions());
    }

    /** An expression that gives an array gives several units. */
    static Dataset<Row> direct(Dataset<Row> rows, List<String> expressions) {
        Dataset<Row> units = rows.select(
                expressions.stream().map(expression -> expr(expression)).toArray(Column[]::new));
        Dataset<Row> flat = units.toDF(names(units));
        for (String name : flat.columns()) {
            if (flat.schema().apply(name).dataType() instanceof ArrayType) {
                flat = flat.withColumn(name, explode_outer(col(name)));
            }
        }
        return flat;
    }

    private static String[] names(Dataset<Row> units) {
        return IntStream.range(0, units.columns().length)
                .mapToObj(index -> "_" + index)
                .toArray(String[]::new);
    }
}
