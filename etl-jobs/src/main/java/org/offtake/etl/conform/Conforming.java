package org.offtake.etl.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.sidebyside.SideBySide;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/**
 * Turns the records of source tables into rows of the agreed entities, from the contents whose standing changed.
 *
 * <p>An entity that several sources tell of is settled and written once, and entities are written side by side.
 */
public record Conforming(Configuration configuration, Library library, List<SourceTable> tables) {

    /** Whether everything that landed is conformed, told without a session. */
    public boolean isUpToDate() {
        return stale().isEmpty();
    }

    /** Conforms what changed, and gives the names of the tables it conformed; writes nothing when nothing changed. */
    public List<String> conform(Lake lake) {
        OptionalLong version = lake.version(Deliveries.TABLE);
        List<SourceRecords> stale = stale();
        if (version.isEmpty() || stale.isEmpty()) {
            return List.of();
        }
        List<Dataset<Row>> held = new ArrayList<>();
        try {
            write(lake, stale, version.getAsLong(), held);
        } finally {
            held.forEach(Dataset::unpersist);
        }
        stale.forEach(source -> source.remember(version.getAsLong()));
        return stale.stream()
                .map(source -> source.table().system() + "/" + source.table().name())
                .toList();
    }

    private List<SourceRecords> stale() {
        return tables.stream()
                .map(table -> new SourceRecords(configuration, library, table))
                .filter(source -> !source.isUpToDate())
                .toList();
    }

    private void write(Lake lake, List<SourceRecords> stale, long version, List<Dataset<Row>> held) {
        Standings standings = new Standings(new Deliveries(lake));
        Map<String, List<Part>> entities = new TreeMap<>();
        List<Quarantine.Broken> broken = new ArrayList<>();
        for (SourceRecords source : stale) {
            SourceRecords.Changed changed = source.changed(standings, version);
            if (changed.contents().isEmpty() || !lake.exists(source.table().bronze())) {
                continue;
            }
            Dataset<Row> typed = source.typed(lake, changed.contents());
            Routing routing = new Routing(library, source.table(), source.company(), lake.spark());
            routing.route(typed).forEach((entity, rows) -> {
                Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
                held.add(kept);
                Part part = new Part(source.table(), kept, changed.contents().keySet(), changed.anew());
                entities.computeIfAbsent(entity, name -> new ArrayList<>()).add(part);
                if (source.table().becomes().containsKey(entity)) {
                    broken.add(new Quarantine.Broken(part, source.company(), source.texts(lake)));
                }
            });
        }
        SideBySide.run(entities.entrySet().stream()
                .<Runnable>map(entry ->
                        () -> new SilverTable(lake, library.entity(entry.getKey()), someKeyless(entry.getKey()))
                                .take(entry.getValue()))
                .toList());
        if (!broken.isEmpty()) {
            new Quarantine(lake).take(broken);
        }
    }

    private boolean someKeyless(String entity) {
        return library.sources().stream()
                .anyMatch(table -> table.keyless() && table.becomes().containsKey(entity));
    }
}
