package org.offtake.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.fingerprint.Fingerprint;
import org.offtake.etl.fingerprint.MartFingerprint;
import org.offtake.models.Entity;
import org.offtake.models.Layer;
import org.offtake.models.Model;
import org.offtake.models.TableName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether two warehouses hold the same, whatever way they were loaded. */
@Command(
        name = "fingerprint",
        description = "Per table a row count and a sum of row hashes; the same however the data came.")
final class FingerprintCommand extends ConfiguredCommand {
    @Mixin
    private Printing printing = new Printing();

    @Option(names = "--lake-only", description = "Leave PostgreSQL alone.")
    private boolean lakeOnly;

    @Option(
            names = "--frozen",
            description = "Only figures kept as they were told, which depend on the days they were told on.")
    private boolean frozen;

    @Override
    int work(Warehouse warehouse) {
        List<List<@Nullable Object>> rows = frozen ? marts(warehouse, true) : reloadable(warehouse);
        printing.format().print(List.of("table", "rows", "hash", "left_out"), rows, System.out);
        return ExitCode.DONE;
    }

    private static List<List<@Nullable Object>> marts(Warehouse warehouse, boolean frozen) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        models(warehouse, Layer.MART)
                .filter(model -> model.frozen().isPresent() == frozen)
                .forEach(model -> rows.add(row(MartFingerprint.of(warehouse.readerDatabase(), model))));
        return rows;
    }

    private List<List<@Nullable Object>> reloadable(Warehouse warehouse) {
        TreeSet<TableName> tables = new TreeSet<>();
        Stream.concat(
                        warehouse.library().entities().values().stream().map(Entity::table),
                        models(warehouse, Layer.GOLD).map(Model::table))
                .filter(warehouse.lake()::exists)
                .forEach(tables::add);
        Inputs inputs = Inputs.pin(warehouse.lake(), warehouse.library(), tables);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        tables.forEach(table -> rows.add(row(Fingerprint.of(table, inputs.read(table)))));
        if (!lakeOnly) {
            rows.addAll(marts(warehouse, false));
        }
        warehouse.library().models().values().stream()
                .filter(Model::perDelivery)
                .forEach(model -> System.err.println(
                        model.table() + " is left out: its rows depend on how the files were cut and named"));
        warehouse.library().models().values().stream()
                .filter(model -> model.frozen().isPresent())
                .forEach(model -> System.err.println(
                        model.table() + " is left out: its rows stay as they were told; see fingerprint --frozen"));
        return rows;
    }

    private static Stream<Model> models(Warehouse warehouse, Layer layer) {
        return warehouse.library().models(layer).stream().filter(model -> !model.perDelivery());
    }

    private static List<@Nullable Object> row(Fingerprint print) {
        return List.of(print.table(), print.rows(), print.hash(), String.join(" ", print.leftOut()));
    }
}
