package org.offtake.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A table that the engine keeps itself, and no source states: the ledger in silver, and the register of what people were told. */
public record KeptTable(TableName table, String about, List<String> grain, List<Column> columns, Path file) {
    static KeptTable read(Layer layer, Path file) {
        YamlMap contract = YamlMap.read(file, Set.of("about", "grain", "columns"));
        return new KeptTable(
                new TableName(layer, TextFile.stem(file)),
                contract.text("about"),
                contract.texts("grain"),
                Column.readAll(contract),
                file);
    }
}
