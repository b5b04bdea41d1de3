package org.offtake.etl.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.SharedSession;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** A small warehouse whose silver tables are given, and whose models are built step by step. */
final class Warehouse {
    static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    private final Lake lake;
    private final Library library;
    private final Path state;
    private final Map<String, RandomRows> entities = new LinkedHashMap<>();
    private final List<Model> models;

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
                .forEach(name -> entities.put(
                        name,
                        new RandomRows(
                                Shape.of(library, library.entity(name).table()),
                                new Vocabulary(random, Vocabulary.FEW, ""))));
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
        TableName table = rows.shape().table();
        Dataset<Row> now = SilverRows.of(lake.spark(), rows);
        TableWriter writer = new TableWriter(
                lake, table, List.of(library.entity(table.name()).unit()));
        if (!lake.exists(table)) {
            writer.replaceAll(now);
            return;
        }
        List<String> unit = List.of(library.entity(table.name()).unit());
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
            Building.Built built = building.build(lake);
            BuiltRows now = new BuiltRows(model, lake.stored(model.table()).collectAsList());
            BuiltRows full = new BuiltRows(
                    model,
                    new Candidates(model, inputs, TODAY).of(Optional.empty()).collectAsList());
            if (!now.equalTo(full)) {
                wrong.add(model.table() + " " + built.how() + ": " + now.difference(full));
            }
        }
        return wrong;
    }

    Building building(Model model) {
        return new Building(model, library, lake.root(), state, TODAY);
    }
}
