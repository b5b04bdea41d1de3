package org.offtake.dashboards;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offtake.models.Nearest;
import org.offtake.models.YamlMap;

/** Reads {@code dashboard.yml} and the SQL beside it. */
final class DashboardFile {
    private static final Set<String> KEYS = Set.of("title", "question", "owner", "filters", "columns", "rows", "items");

    private DashboardFile() {}

    static Dashboard read(Path folder) {
        Path file = folder.resolve("dashboard.yml");
        YamlMap yaml = YamlMap.read(file, KEYS);
        YamlMap filters = yaml.map("filters").orElseThrow(() -> yaml.problem("filters", "'filters' is missing"));
        filters.only(Set.of("company", "months", "running_month"));
        Map<String, ShownColumn> columns = ShownColumn.readAll(yaml);
        Map<String, RowsTable> rows = rows(yaml, columns.keySet());
        ItemFile itemFile = new ItemFile(rows, columns.keySet());
        List<Item> items = yaml.maps("items").stream().map(itemFile::read).toList();
        refuseDoubles(yaml, items);
        return new Dashboard(
                folder.getFileName().toString(),
                Words.read(yaml, "title"),
                Words.read(yaml, "question"),
                yaml.text("owner"),
                NamedSql.read(file.resolveSibling(filters.text("company") + ".sql")),
                months(filters),
                filters.flag("running_month", true),
                columns,
                rows,
                items);
    }

    private static int months(YamlMap filters) {
        int months = filters.number("months", 12);
        if (months < 1) {
            throw filters.problem("months", "'months' must be 1 or more, not " + months);
        }
        return months;
    }

    private static Map<String, RowsTable> rows(YamlMap yaml, Set<String> described) {
        Map<String, RowsTable> tables = new LinkedHashMap<>();
        Optional<YamlMap> all = yaml.map("rows");
        all.ifPresent(map -> map.keys().forEach(name -> {
            YamlMap table = map.map(name).orElseThrow().only(Set.of("title", "sum"));
            Optional<String> sum = table.optionalText("sum");
            sum.filter(column -> !described.contains(column)).ifPresent(column -> {
                throw table.problem(
                        "sum", "column '" + column + "' is not among the columns." + Nearest.hint(column, described));
            });
            NamedSql sql = NamedSql.read(table.file().resolveSibling(name + ".sql"));
            tables.put(name, new RowsTable(name, Words.read(table, "title"), sql, sum));
        }));
        return tables;
    }

    private static void refuseDoubles(YamlMap yaml, List<Item> items) {
        if (items.isEmpty()) {
            throw yaml.problem("items", "a dashboard needs at least one item");
        }
        Set<String> names = new HashSet<>();
        for (Item item : items) {
            if (!names.add(item.name())) {
                throw yaml.problem("items", "two items are named '" + item.name() + "'");
            }
        }
    }
}
