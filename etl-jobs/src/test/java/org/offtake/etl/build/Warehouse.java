package org.offtake.etl.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.SharedSession;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** A small warehouse whose silver tables are given, and whose models are built step by step. */
final class Warehouse {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    private final Lake lake;
    private final Library library;
    private final Path state;
    private final Map<String, RandomRows> entities = new LinkedHashMap<>();
    private final List<Model> models;
    /** By model, the ways of hearing less that no step has yet shown to be wrong. */
    private final Map<TableName, Set<Hearing>> unproven = new TreeMap<>();

    private final Map<TableName, List<Row>> held = new TreeMap<>();

    Warehouse(Path folder, Library library, List<Model> models, Random random) {
        this.lake = new Lake(SharedSession.get(), folder.resolve("lake"));
        this.library = library;
        this.state = folder.resolve("state");
        this.models = BuildOrder.levels(models).stream().flatMap(List::stream).toList();
        models.stream()
                .flatMap(model -> model.reads().stream())
                .map(TableName::name)
                .filter(library.entities()::containsKey)
                .distinct()
                .sorted()
                .forEach(name -> entities.put(name, new RandomRows(library.entity(name), random)));
        models.forEach(model -> unproven.put(model.table(), new LinkedHashSet<>(Hearing.losses(model))));
    }

    Lake lake() {
        return lake;
    }

    RandomRows entity(String name) {
        return Objects.requireNonNull(entities.get(name), name);
    }

    List<String> entityNames() {
        return List.copyOf(entities.keySet());
    }

    /** Writes what an entity now is, as conforming would: the rows of the units that changed. */
    void deliver(RandomRows rows) {
        TableName table = rows.entity().table();
        Dataset<Row> now = lake.spark().createDataFrame(rows.rows(), rows.schema());
        TableWriter writer = new TableWriter(lake, table);
        if (!lake.exists(table)) {
            writer.replaceAll(now);
            return;
        }
        List<String> unit = List.of(rows.entity().unit());
        Dataset<Row> both = lake.stored(table).selectExpr(unit.get(0)).unionAll(now.selectExpr(unit.get(0)));
        writer.replaceUnits(now, UnitSet.literals(unit, both, 2_000).orElseThrow());
    }

    /** Cleans away every file that the newest version of a table does not need. */
    void vacuum(TableName table) {
        lake.spark().conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
        lake.spark().sql("vacuum delta.`" + lake.path(table) + "` retain 0 hours");
        lake.spark().conf().unset("spark.databricks.delta.retentionDurationCheck.enabled");
    }

    /** Takes a table away, as if it had never been. */
    void drop(TableName table) throws IOException {
        try (Stream<Path> files = Files.walk(lake.path(table))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        DeltaLog.clearCache();
    }

    /** Builds every model that has something to do; gives those whose table is not what one full build gives. */
    List<String> buildAll() {
        List<String> wrong = new ArrayList<>();
        for (Model model : models) {
            Building building = building(model);
            if (building.isUpToDate()) {
                continue;
            }
            Inputs inputs = Inputs.pin(lake, library, model.reads());
            Consumed before = new Consumed(memory(model).read());
            Building.Built built = building.build(lake);
            List<Row> full = full(model, inputs);
            List<Row> now = stored(model.table());
            if (!sorted(now).equals(sorted(full))) {
                wrong.add(model.table() + " " + built.how() + ": " + difference(now, full));
            }
            prove(model, before, inputs, full);
            held.put(model.table(), now);
        }
        return wrong;
    }

    /** A loss of hearing is proven harmful when the rows it would leave are not those of a full build. */
    private void prove(Model model, Consumed before, Inputs inputs, List<Row> full) {
        List<Row> old = held.get(model.table());
        if (old == null) {
            return;
        }
        Consumed next = Consumed.of(model, lake.root(), inputs.versions(), TODAY);
        unproven.getOrDefault(model.table(), Set.of()).removeIf(hearing -> {
            ChangedUnits heard =
                    building(model).changed(hearing.consumed(before, next), next, inputs, hearing.changes(lake));
            return !sorted(left(model, heard, old, full)).equals(sorted(full));
        });
    }

    /** What the table would hold: the old rows, and those of a full build in the units that were heard of. */
    private List<Row> left(Model model, ChangedUnits heard, List<Row> old, List<Row> full) {
        if (heard instanceof ChangedUnits.All) {
            return full;
        }
        Set<Row> units = heard instanceof ChangedUnits.Some some
                ? Set.copyOf(some.units().distinct(lake.spark()).collectAsList())
                : Set.of();
        List<Row> left = new ArrayList<>(
                old.stream().filter(row -> !units.contains(unit(model, row))).toList());
        full.stream().filter(row -> units.contains(unit(model, row))).forEach(left::add);
        return left;
    }

    private static Row unit(Model model, Row row) {
        return RowFactory.create(model.by().stream().map(row::getAs).toArray());
    }

    Building building(Model model) {
        return new Building(model, library, lake.root(), state, TODAY);
    }

    Map<TableName, Set<Hearing>> unproven() {
        return unproven;
    }

    private List<Row> full(Model model, Inputs inputs) {
        return new Candidates(model, inputs, TODAY).of(Optional.empty()).collectAsList();
    }

    List<Row> stored(TableName table) {
        return lake.stored(table).collectAsList();
    }

    private Sidecar memory(Model model) {
        return Sidecar.of(state, "build_" + model.table().name());
    }

    private static List<String> sorted(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    private static String difference(List<Row> now, List<Row> full) {
        List<String> surplus = new ArrayList<>(sorted(now));
        sorted(full).forEach(surplus::remove);
        List<String> missing = new ArrayList<>(sorted(full));
        sorted(now).forEach(missing::remove);
        return "surplus " + surplus + ", missing " + missing;
    }
}
