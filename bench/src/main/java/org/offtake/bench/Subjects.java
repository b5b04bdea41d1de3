package org.offtake.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.offtake.etl.build.BuildOrder;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * The models that orders fill, directly or through one another.
 *
 * @param models in the order of work
 * @param leftOut those that are not compared, with the reason
 */
record Subjects(List<Model> models, Map<TableName, String> leftOut) {
    /** What a day of orders changes in silver. */
    static final List<TableName> ARRIVING =
            List.of(TableName.parse("silver.orders"), TableName.parse("silver.order_lines"));

    static Subjects of(Library library) {
        List<Model> models = new ArrayList<>();
        Map<TableName, String> leftOut = new TreeMap<>();
        Set<TableName> filled = new HashSet<>(ARRIVING);
        List<Model> all = Stream.of(Layer.GOLD, Layer.MART)
                .flatMap(layer -> library.models(layer).stream())
                .toList();
        for (Model model : BuildOrder.levels(all).stream().flatMap(List::stream).toList()) {
            if (model.reads().stream().noneMatch(filled::contains) && !isMentioned(model)) {
                continue;
            }
            if (model.load() instanceof LoadRule.KeepHistory) {
                leftOut.put(model.table(), "its history is laid out by the engine, not by its SELECT");
                continue;
            }
            if (model.madeBy().isPresent()) {
                leftOut.put(model.table(), "its rows are made by Java of those of its SELECT");
                continue;
            }
            models.add(model);
            filled.add(model.table());
        }
        return new Subjects(models, leftOut);
    }

    private static boolean isMentioned(Model model) {
        return model.inferredFrom().stream().anyMatch(from -> ARRIVING.contains(from.table()));
    }

    /** Whether every column of the unit stands in the table under its own name. */
    static boolean carries(String[] columns, Model model) {
        return Arrays.asList(columns).containsAll(model.by());
    }
}
