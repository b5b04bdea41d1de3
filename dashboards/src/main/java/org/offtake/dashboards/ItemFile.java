package org.offtake.dashboards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offtake.models.Nearest;
import org.offtake.models.YamlMap;

/** Reads the items of a dashboard, and refuses what could not be shown. */
final class ItemFile {
    private static final Set<String> KEYS = Set.of(
            "name",
            "shows",
            "width",
            "title",
            "about",
            "columns",
            "across",
            "lines",
            "value",
            "last_year",
            "good",
            "stories",
            "drill");
    private static final int COLUMNS_OF_GRID = 12;

    private final Map<String, RowsTable> rows;
    private final Set<String> described;

    ItemFile(Map<String, RowsTable> rows, Set<String> described) {
        this.rows = rows;
        this.described = described;
    }

    Item read(YamlMap yaml) {
        yaml.only(KEYS);
        String name = yaml.text("name");
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw yaml.problem("name", "'" + name + "' must be lower case letters, digits and _");
        }
        Shows shows = Shows.read(yaml);
        Item item = new Item(
                name,
                shows,
                width(yaml),
                Words.read(yaml, "title"),
                Words.read(yaml, "about"),
                NamedSql.read(yaml.file().resolveSibling(name + ".sql")),
                described(yaml, "columns"),
                described(yaml, "across").stream().findFirst(),
                described(yaml, "lines"),
                described(yaml, "value").stream().findFirst(),
                described(yaml, "last_year").stream().findFirst(),
                up(yaml),
                stories(yaml),
                yaml.map("drill").map(this::drill));
        required(shows).stream().filter(key -> !yaml.has(key)).findFirst().ifPresent(key -> {
            throw yaml.problem(key, "a " + shows.word() + " needs '" + key + "'");
        });
        return item;
    }

    private static List<String> required(Shows shows) {
        return switch (shows) {
            case NUMBER -> List.of("value");
            case LINE, BAR -> List.of("across", "lines");
            case BRIDGE -> List.of("across", "value");
            case TABLE -> List.of("columns");
        };
    }

    private static int width(YamlMap yaml) {
        int width = yaml.number("width", COLUMNS_OF_GRID);
        if (width < 1 || width > COLUMNS_OF_GRID) {
            throw yaml.problem("width", "'width' must be 1 to " + COLUMNS_OF_GRID + ", not " + width);
        }
        return width;
    }

    private static boolean up(YamlMap yaml) {
        String good = yaml.optionalText("good").orElse("up");
        return switch (good) {
            case "up" -> true;
            case "down" -> false;
            default -> throw yaml.problem("good", "'good' must be up or down, not '" + good + "'");
        };
    }

    private List<String> described(YamlMap yaml, String key) {
        List<String> names = yaml.texts(key);
        for (String name : names) {
            if (!described.contains(name)) {
                throw yaml.problem(
                        key, "column '" + name + "' is not among the columns." + Nearest.hint(name, described));
            }
        }
        return names;
    }

    private static Map<String, Words> stories(YamlMap yaml) {
        Map<String, Words> stories = new LinkedHashMap<>();
        Optional<YamlMap> all = yaml.map("stories");
        all.ifPresent(map -> map.keys().forEach(code -> stories.put(code, Words.read(map, code))));
        return stories;
    }

    private Drill drill(YamlMap yaml) {
        yaml.only(Set.of("to", "by"));
        String to = yaml.text("to");
        if (!rows.containsKey(to)) {
            throw yaml.problem("to", "'" + to + "' is not among the rows." + Nearest.hint(to, rows.keySet()));
        }
        return new Drill(to, yaml.texts("by"));
    }
}
