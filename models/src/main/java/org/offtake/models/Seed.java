package org.offtake.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A small table kept by hand: a CSV file with a contract. */
public record Seed(TableName table, String about, List<String> grain, List<Column> columns, Path csv) {
    static Seed read(Path file) {
        YamlMap contract = YamlMap.read(file, Set.of("about", "grain", "columns"));
        String stem = TextFile.stem(file);
        Path csv = file.resolveSibling(stem + ".csv");
        TextFile.read(csv);
        return new Seed(
                new TableName(Layer.SEED, stem),
                contract.text("about"),
                contract.texts("grain"),
                Column.readAll(contract),
                csv);
    }
}
