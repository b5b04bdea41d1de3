package org.offtake.etl.build;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Follow;
import org.offtake.models.Model;

/** The rows of a table that is followed through another one, of some units. */
final class ReachedRows {
    /** More values are looked for in all rows as well. */
    private static final int MOST = 500;

    private ReachedRows() {}

    /** All rows where too many values lead to the units. */
    static Dataset<Row> of(Model model, Follow.Through path, Dataset<Row> rows, UnitSet units, Tables tables) {
        return path.steps().stream()
                .map(step -> values(model, step, units, tables))
                .reduce(Dataset::unionAll)
                .flatMap(values -> UnitSet.collected(values, MOST))
                .map(values -> rows.filter(carried(path, values)))
                .orElse(rows);
    }

    private static Dataset<Row> values(Model model, Follow.Step step, UnitSet units, Tables tables) {
        Follow.Direct onward =
                (Follow.Direct) Objects.requireNonNull(model.follows().get(step.via()));
        return units.of(tables.read(step.via()), onward.expressions()).select(step.viaColumn());
    }

    private static Column carried(Follow.Through path, List<Row> values) {
        Object[] known = values.stream()
                .filter(value -> !value.isNullAt(0))
                .map(value -> value.get(0))
                .toArray();
        return path.steps().stream()
                .map(step -> expr(step.value()))
                .map(value -> known.length < values.size() ? value.isNull().or(value.isin(known)) : value.isin(known))
                .reduce(Column::or)
                .orElseThrow();
    }
}
