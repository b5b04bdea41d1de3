package org.offtake.etl.build;

import java.util.List;
import java.util.Objects;
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

    /** All rows where they are reached in several ways, or by too many values. */
    static Dataset<Row> of(Model model, Follow.Through path, Dataset<Row> rows, UnitSet units, Tables tables) {
        if (path.steps().size() > 1) {
            return rows;
        }
        Follow.Step step = path.steps().get(0);
        Follow.Direct onward =
                (Follow.Direct) Objects.requireNonNull(model.follows().get(step.via()));
        Dataset<Row> carriers = units.of(tables.read(step.via()), onward.expressions());
        return UnitSet.literals(List.of(step.viaColumn()), carriers, MOST)
                .map(values -> values.of(rows, List.of(step.value())))
                .orElse(rows);
    }
}
