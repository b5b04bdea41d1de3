package org.offtake.dashboards;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offtake.models.ContractException;
import org.offtake.models.YamlMap;

/**
 * How a column of any item is named and written.
 *
 * @param values words for the codes it holds, where it holds codes that people should not read
 */
public record ShownColumn(String name, Words label, Format format, Map<String, Words> values) {
    private static final Set<String> KEYS = Set.of("is", "nl", "en", "values");

    static Map<String, ShownColumn> readAll(YamlMap dashboard) {
        Map<String, ShownColumn> columns = new LinkedHashMap<>();
        dashboard.map("columns").ifPresent(all -> {
            for (String name : all.keys()) {
                YamlMap column = all.map(name).orElseThrow();
                columns.put(name, read(name, column.only(KEYS)));
            }
        });
        return columns;
    }

    private static ShownColumn read(String name, YamlMap yaml) {
        return new ShownColumn(
                name,
                new Words(yaml.text("nl"), yaml.text("en")),
                format(yaml),
                yaml.map("values").map(ShownColumn::values).orElse(Map.of()));
    }

    private static Format format(YamlMap yaml) {
        try {
            return Format.parse(yaml.text("is"));
        } catch (IllegalArgumentException wrong) {
            throw new ContractException(yaml.file(), yaml.lineOf("is"), wrong);
        }
    }

    private static Map<String, Words> values(YamlMap yaml) {
        Map<String, Words> values = new LinkedHashMap<>();
        for (String code : yaml.keys()) {
            values.put(code, Words.read(yaml, code));
        }
        return values;
    }

    /** What is shown of a column nobody described: its name, and its value as text. */
    static Optional<Format> formatIn(Map<String, ShownColumn> columns, String name) {
        return Optional.ofNullable(columns.get(name)).map(ShownColumn::format);
    }
}
