package org.offtake.etl.build;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.Lake;
import org.offtake.models.Follow;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * What a broken engine would hear of changes: nothing of one table, as if its line in {@code follows} were not there, or
 * only the after-images of all.
 */
record Hearing(Optional<TableName> deafTo) {

    /** Every way in which a model can be made to hear less; each must make its table wrong some time. */
    static List<Hearing> losses(Model model) {
        List<Hearing> losses = new ArrayList<>();
        model.reads().forEach(table -> losses.add(new Hearing(Optional.of(table))));
        boolean readsImages = !(model.load() instanceof LoadRule.Replace)
                && model.follows().values().stream().anyMatch(follow -> !(follow instanceof Follow.Everything));
        if (readsImages) {
            losses.add(new Hearing(Optional.empty()));
        }
        return losses;
    }

    /** What the model remembers having consumed; the newest version of what it is deaf to. */
    Consumed consumed(Consumed before, Consumed next) {
        if (deafTo.isEmpty()) {
            return before;
        }
        String table = deafTo.get().toString();
        Map<String, String> values = new TreeMap<>(before.values());
        values.put(table, next.values().getOrDefault(table, "none"));
        return new Consumed(values);
    }

    ChangedUnits.Changes changes(Lake lake) {
        return deafTo.isPresent() ? lake::changes : (table, after, upTo) -> afterImages(lake, table, after, upTo);
    }

    private static Dataset<Row> afterImages(Lake lake, TableName table, long after, long upTo) {
        Dataset<Row> changes = lake.spark()
                .read()
                .format("delta")
                .option("readChangeFeed", "true")
                .option("startingVersion", after + 1)
                .option("endingVersion", upTo)
                .load(lake.path(table).toString())
                .filter(col("_change_type").isin("insert", "update_postimage"));
        Dataset<Row> seen = List.of(changes.columns()).contains(Lake.OUTCOME)
                ? changes.filter(col(Lake.OUTCOME).equalTo(Lake.ACCEPTED))
                : changes;
        return seen.drop(
                Stream.of(seen.columns()).filter(name -> name.startsWith("_")).toArray(String[]::new));
    }

    @Override
    public String toString() {
        return deafTo.map(table -> "deaf to " + table).orElse("only after-images");
    }
}
