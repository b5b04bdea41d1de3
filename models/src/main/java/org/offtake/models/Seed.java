package org.offtake.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A small table kept by hand: a CSV file with a contract.
 *
 * @param closed whether its keys are known one by one elsewhere, so that amendments may not add one
 * @param csv the table as whoever wrote its contract keeps it
 * @param amendments CSV files of the same name without a contract, in folders of a user's own: records that take the place
 *     of those with their key, in this order
 */
public record Seed(
        TableName table,
        String about,
        List<String> grain,
        List<Column> columns,
        boolean closed,
        Path csv,
        List<Path> amendments) {
    static Seed read(Path file) {
        YamlMap contract = YamlMap.read(file, Set.of("about", "grain", "columns", "closed"));
        String stem = TextFile.stem(file);
        Path csv = file.resolveSibling(stem + ".csv");
        TextFile.read(csv);
        return new Seed(
                new TableName(Layer.SEED, stem),
                contract.text("about"),
                contract.texts("grain"),
                Column.readAll(contract),
                contract.flag("closed", false),
                csv,
                List.of());
    }

    static boolean hasNoContract(Path csv) {
        return !Files.exists(csv.resolveSibling(TextFile.stem(csv) + ".yml"));
    }

    boolean isAmendedBy(Path other) {
        return TextFile.stem(other).equals(table.name());
    }

    Seed amendedBy(List<Path> files) {
        return new Seed(table, about, grain, columns, closed, csv, files);
    }
}
