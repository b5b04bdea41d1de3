package org.offtake.etl.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.models.Follow;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * What an engine hears of changes. A broken one hears nothing of one table, as if its line in {@code follows} were not
 * there, or only the after-images of all.
 */
record Hearing(Optional<TableName> deafTo, boolean ofBeforeImages) {
    static final Hearing WHOLE = new Hearing(Optional.empty(), true);

    /** The rows of a table that changed, as they were and as they are. */
    record Images(Dataset<Row> before, Dataset<Row> after) {
        Dataset<Row> both() {
            return before.unionAll(after);
        }
    }

    /** Every way in which a model can be made to hear less; each must make its table wrong some time. */
    static List<Hearing> losses(Model model) {
        Stream<Hearing> deaf = model.reads().stream().map(table -> new Hearing(Optional.of(table), true));
        return Stream.concat(deaf, readsImages(model) ? Stream.of(new Hearing(Optional.empty(), false)) : Stream.of())
                .toList();
    }

    private static boolean readsImages(Model model) {
        boolean isWhole = model.load() instanceof LoadRule.Replace;
        return !isWhole && model.follows().values().stream().anyMatch(follow -> !(follow instanceof Follow.Everything));
    }

    /** Whether a change of these is heard otherwise than by the whole hearing. */
    boolean missesAny(Set<TableName> changed) {
        return deafTo.isEmpty() ? !ofBeforeImages : changed.contains(deafTo.get());
    }

    /** The units that are heard of. */
    ChangedUnits of(Model model, Map<TableName, Images> changed, Tables inputs, Optional<Dataset<Row>> built) {
        Map<TableName, Dataset<Row>> heard = new TreeMap<>();
        changed.forEach((table, images) -> {
            if (!deafTo.equals(Optional.of(table))) {
                heard.put(table, ofBeforeImages ? images.both() : images.after());
            }
        });
        return ChangedUnits.touchedBy(model, heard, inputs, built);
    }

    @Override
    public String toString() {
        return deafTo.map(table -> "deaf to " + table).orElse("only after-images");
    }
}
