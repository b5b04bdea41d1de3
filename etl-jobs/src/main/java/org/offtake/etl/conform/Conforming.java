package org.offtake.etl.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * Conforms what changed; writes nothing when nothing changed.
     *
     * @param progress is told of each table of silver when it is done, from several threads
     * @return what a person should look at
     */
    public List<String> conform(Lake lake, Consumer<String> progress) {
        OptionalLong version = lake.version(Deliveries.TABLE);
        List<SourceRecords> stale = stale();
        if (version.isEmpty() || stale.isEmpty()) {
            return List.of();
        }
        progress.accept("conforming " + stale.size() + (stale.size() == 1 ? " source table" : " source tables"));
        List<Dataset<Row>> held = new ArrayList<>();
        List<String> warnings;
        try {
            warnings = write(lake, stale, version.getAsLong(), held, progress);
        } finally {
            held.forEach(Dataset::unpersist);
        }
        stale.forEach(source -> source.remember(version.getAsLong()));
        return warnings;
    }

    private List<SourceRecords> stale() {
        return sources().filter(source -> !source.isUpToDate()).toList();
    }

    private Stream<SourceRecords> sources() {
        return tables.stream().map(table -> new SourceRecords(configuration, library, table));
    }

    private List<String> write(
            Lake lake, List<SourceRecords> stale, long version, List<Dataset<Row>> held, Consumer<String> progress) {
        Standings standings = new Standings(new Deliveries(lake));
        Map<String, List<Part>> entities = new TreeMap<>();
        List<Broken> broken = new ArrayList<>();
        List<Quarantine.Verdict> verdicts = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<SourceTable> anew = new ArrayList<>();
        for (SourceRecords source : stale) {
            SourceRecords.Changed changed = source.changed(standings, version);
            if (changed.contents().isEmpty() || !lake.exists(source.table().bronze())) {
                continue;
            }
            if (changed.anew()) {
                anew.add(source.table());
            }
            Routed routed = Routed.of(lake, library, source, changed, standings.at(version), rows -> {
                held.add(rows.persist(StorageLevel.MEMORY_AND_DISK()));
                return rows;
            });
            verdicts.addAll(routed.verdicts());
            warnings.addAll(routed.warnings());
            routed.entities().forEach((entity, rows) -> {
                Part part = new Part(source.table(), library.entity(entity), rows, routed.contents(), changed.anew());
                entities.computeIfAbsent(entity, name -> new ArrayList<>()).add(part);
                if (source.table().becomes().containsKey(entity)) {
                    broken.add(new Broken(part, source.company().code(), source.texts(lake)));
                }
            });
        }
        new FormerEntities(lake, library).of(anew).forEach((entity, parts) -> entities.computeIfAbsent(
                        entity, name -> new ArrayList<>())
                .addAll(parts));
        Quarantine quarantine = new Quarantine(lake, verdicts);
        FullSnapshots snapshots =
                FullSnapshots.of(sources().toList(), standings.at(version), quarantine.unusable(broken));
        SideBySide.map(List.copyOf(entities.entrySet()), entity -> {
                    SilverTable silver = silver(lake, entity.getKey(), snapshots);
                    List<String> odd = silver.take(entity.getValue());
                    progress.accept("conformed " + silver.entity().table() + " from " + names(entity.getValue()));
                    return odd;
                })
                .forEach(warnings::addAll);
        if (!broken.isEmpty()) {
            warnings.addAll(quarantine.take(broken));
        }
        return warnings.stream().distinct().toList();
    }

    private SilverTable silver(Lake lake, String name, FullSnapshots snapshots) {
        return new SilverTable(lake, library.entity(name), someKeyless(name), snapshots);
    }

    private static String names(List<Part> parts) {
        return parts.stream()
                .map(part -> part.source().qualifiedName())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private boolean someKeyless(String entity) {
        return library.sources().stream()
                .anyMatch(table -> table.keyless() && table.becomes().containsKey(entity));
    }
}
