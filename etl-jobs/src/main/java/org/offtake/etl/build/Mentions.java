package org.offtake.etl.build;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Entity;
import org.offtake.models.Follow;
import org.offtake.models.Model;

/**
 * What changes in tables that only mention the members of a dimension. A member with a record of its own is the same
 * whoever mentions it; so only the mention of one that has none, or whose row was inferred, touches its unit.
 *
 * @param built the rows of the dimension
 */
record Mentions(Model model, Dataset<Row> built) {

    /** The units, when the followed table does no more than mention. */
    Optional<Dataset<Row>> units(Follow follow, Dataset<Row> changes) {
        boolean mentions =
                model.inferredFrom().stream().anyMatch(from -> from.table().equals(follow.table()));
        boolean read = new SqlText(model.file().toString(), model.sql()).reads().contains(follow.table());
        return mentions && !read && follow instanceof Follow.Direct direct
                ? Optional.of(withoutRecord(changes, direct))
                : Optional.empty();
    }

    private Dataset<Row> withoutRecord(Dataset<Row> changes, Follow.Direct direct) {
        List<String> scope =
                Entity.ENVELOPE.stream().filter(model.columnNames()::contains).toList();
        List<String> names = Stream.concat(scope.stream(), model.by().stream()).toList();
        Dataset<Row> mentioned = ChangedUnits.direct(
                        changes,
                        Stream.concat(scope.stream(), direct.expressions().stream())
                                .toList())
                .toDF(names.toArray(String[]::new))
                .na()
                .drop(model.by().toArray(String[]::new));
        Dataset<Row> recorded = built.filter(not(col("is_inferred")))
                .filter(col(model.surrogateKey().orElseThrow().name()).notEqual(0));
        Column same = names.stream()
                .map(name -> mentioned.col(name).equalTo(recorded.col(name)))
                .reduce(Column::and)
                .orElseThrow();
        return mentioned
                .join(recorded, same, "left_anti")
                .select(model.by().stream().map(name -> mentioned.col(name)).toArray(Column[]::new));
    }
}
