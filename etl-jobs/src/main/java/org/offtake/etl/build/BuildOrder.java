package org.offtake.etl.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** The order of work, from what each model reads: levels of models that do not read each other. */
public final class BuildOrder {
    private BuildOrder() {}

    public static List<List<Model>> levels(Collection<Model> models) {
        Map<TableName, Model> waiting = new TreeMap<>();
        models.forEach(model -> waiting.put(model.table(), model));
        List<List<Model>> levels = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<TableName> blocked = new TreeSet<>(waiting.keySet());
            List<Model> ready = waiting.values().stream()
                    .filter(model -> model.reads().stream().noneMatch(blocked::contains))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("these models read each other in a circle: " + blocked);
            }
            ready.forEach(model -> waiting.remove(model.table()));
            levels.add(ready);
        }
        return levels;
    }
}
