package org.offtake.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What we agree a thing of the business is, whatever system it comes from: one table of silver.
 *
 * <p>The natural key is always within a source system and a company; those two columns stand on every row.
 *
 * @param key the column that names a record within its system and company
 * @param document the column of the document that owns the record, when it is a line
 * @param updatedAt the column that dates a statement; when absent or null, the delivery's stamp does
 * @param effective the local date from which a statement holds, for entities whose history is kept
 */
public record Entity(
        TableName table,
        String about,
        String key,
        Optional<String> document,
        Optional<String> updatedAt,
        Optional<String> effective,
        List<Column> columns,
        List<Check> checks,
        Path file) {
    private static final Set<String> KEYS =
            Set.of("about", "key", "document", "updated_at", "history_by", "columns", "checks");

    /** The columns every silver row carries before its own. */
    public static final List<String> ENVELOPE = List.of("source_system", "company_code");

    static Entity read(Path file) {
        YamlMap contract = YamlMap.read(file, KEYS);
        List<Column> columns = Column.readAll(contract);
        Entity entity = new Entity(
                new TableName(Layer.SILVER, TextFile.stem(file)),
                contract.text("about"),
                contract.text("key"),
                contract.optionalText("document"),
                contract.optionalText("updated_at"),
                contract.optionalText("history_by"),
                columns,
                Check.readAll(contract),
                file);
        List<String> names = columns.stream().map(Column::name).toList();
        for (String key : List.of("key", "document", "updated_at", "history_by")) {
            contract.optionalText(key).filter(name -> !names.contains(name)).ifPresent(unknown -> {
                throw contract.problem(
                        key,
                        "'" + key + "' names '" + unknown + "', which is no column." + Nearest.hint(unknown, names));
            });
        }
        return entity;
    }

    /** The unit in which statements compete: the document, or the record's own key. */
    public String unit() {
        return document.orElse(key);
    }
}
