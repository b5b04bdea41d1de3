package org.offtake.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A table of silver that the engine keeps itself: what arrived, and what could not be used. No source states it. */
public record LedgerTable(TableName table, String about, List<String> grain, List<Column> columns, Path file) {
    static LedgerTable read(Path file) {
        YamlMap contract = YamlMap.read(file, Set.of("about", "grain", "columns"));
        return new LedgerTable(
                new TableName(Layer.SILVER, TextFile.stem(file)),
                contract.text("about"),
                contract.texts("grain"),
                Column.readAll(contract),
                file);
    }
}
