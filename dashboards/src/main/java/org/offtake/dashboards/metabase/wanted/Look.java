package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.offtake.dashboards.Item;
import org.offtake.dashboards.Shows;
import org.offtake.dashboards.Words;

/**
 * How Metabase shows rows.
 *
 * @param selected what is taken of {@code _answer}, in the form that its display needs
 * @param from the rest of that SELECT
 * @param settings Metabase's names and formats for that display
 */
record Look(String display, List<String> selected, String from, ObjectNode settings) {
    private static final String ALL = "from _answer";
    private static final String FIRST = "from _answer\nlimit 1";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Words SAID = new Words("Wat het zegt", "What it says");
    private static final String SENTENCE = "sentence";

    Look {
        selected = List.copyOf(selected);
    }

    String shown() {
        return selected.stream().map(each -> "\n    " + each).collect(Collectors.joining(",", "select", "\n" + from));
    }

    static Look of(Item item, Columns columns) {
        Look look =
                switch (item.shows()) {
                    case NUMBER -> number(item, columns);
                    case LINE -> lines("line", item, columns);
                    case BAR -> lines("bar", item, columns);
                    case BRIDGE -> bridge(item, columns);
                    case TABLE -> table(item.columns(), columns);
                };
        return item.drill().map(drill -> look.leading(drill.by())).orElse(look);
    }

    /** The same with the values that lead to the rows behind a figure, which nobody sees. */
    private Look leading(List<String> by) {
        List<String> all = new ArrayList<>(selected);
        by.forEach(column -> all.add(Link.raw(column) + " as " + Link.tag(column)));
        if (settings.has("table.columns")) {
            by.forEach(column -> settings.withArray("table.columns")
                    .addObject()
                    .put("name", Link.tag(column))
                    .put("enabled", false));
        }
        return new Look(display, all, from, settings);
    }

    /** What the viewer says in words; a row for each sentence. */
    static Look story(Item item, Columns columns) {
        ObjectNode settings = JSON.objectNode();
        settings.putObject("column_settings")
                .putObject(Columns.key(SENTENCE))
                .put("column_title", SAID.in(columns.language()))
                .put("text_wrapping", true);
        String sentence = new Sentence(columns).sql(item.stories()) + " as " + SENTENCE;
        return new Look("table", List.of(sentence), item.shows() == Shows.NUMBER ? ALL : FIRST, settings);
    }

    /**
     * The rows behind figures: all columns of the SQL.
     *
     * @param by the columns by which figures lead to them
     */
    static Look rows(Columns columns, List<String> by) {
        ObjectNode settings = JSON.objectNode();
        ObjectNode each = settings.putObject("column_settings");
        columns.dashboard().columns().keySet().forEach(name -> each.set(Columns.key(name), columns.settings(name, 2)));
        String where = by.stream()
                .map(column -> "\n    [[and " + Link.raw(column) + " = {{" + Link.tag(column) + "}}]]")
                .collect(Collectors.joining());
        return new Look("table", List.of("_answer.*"), by.isEmpty() ? ALL : ALL + "\nwhere true" + where, settings);
    }

    /** Metabase tells a trend along time only, so the figure stands at the business date. */
    private static Look number(Item item, Columns columns) {
        String value = item.value().orElseThrow();
        ObjectNode settings = JSON.objectNode().put("scalar.field", value);
        ObjectNode each = settings.putObject("column_settings");
        each.set(Columns.key(value), columns.settings(value, 0));
        if (item.lastYear().isEmpty()) {
            return new Look("scalar", select(List.of(value), columns), FIRST, settings);
        }
        String before = item.lastYear().get();
        each.set(Columns.key(before), columns.settings(before, 0));
        settings.put("scalar.switch_positive_negative", !item.goodWhenUp());
        settings.putArray("scalar.comparisons")
                .addObject()
                .put("id", "last_year")
                .put("type", "anotherColumn")
                .put("column", before)
                .put("label", columns.label(before));
        List<String> selected =
                List.of("(select _asked.as_of from _asked) as business_date", "_answer." + value, "_answer." + before);
        return new Look("smartscalar", selected, FIRST, settings);
    }

    private static Look lines(String display, Item item, Columns columns) {
        String across = item.across().orElseThrow();
        ObjectNode settings = JSON.objectNode();
        settings.putArray("graph.dimensions").add(across);
        settings.put("graph.x_axis.labels_enabled", false).put("graph.y_axis.labels_enabled", false);
        settings.putObject("column_settings").set(Columns.key(across), columns.settings(across, 0));
        return columns.currencyColumn(item.lines().get(0))
                .map(currency -> byCurrency(display, item, columns, settings, currency))
                .orElseGet(() -> byColumn(display, item, columns, settings));
    }

    /** Amounts in several currencies are lines of their own, each with its currency in its name. */
    private static Look byCurrency(String display, Item item, Columns columns, ObjectNode settings, String currency) {
        String across = item.across().orElseThrow();
        settings.withArray("graph.dimensions").add("series");
        settings.putArray("graph.metrics").add("amount");
        settings.withObject("/column_settings")
                .set(Columns.key("amount"), columns.settings(item.lines().get(0), 0));
        String values = item.lines().stream()
                .map(line -> "(" + Columns.quoted(columns.label(line)) + " || coalesce(' (' || _answer." + currency
                        + " || ')', ''), _answer." + line + ")")
                .collect(Collectors.joining(", "));
        return new Look(
                display,
                List.of(columns.sql(across) + " as " + across, "_lines.series", "_lines.amount"),
                ALL + "\ncross join lateral (values " + values + ") as _lines (series, amount)",
                settings);
    }

    private static Look byColumn(String display, Item item, Columns columns, ObjectNode settings) {
        ArrayNode metrics = settings.putArray("graph.metrics");
        ObjectNode series = settings.putObject("series_settings");
        for (String line : item.lines()) {
            metrics.add(line);
            settings.withObject("/column_settings").set(Columns.key(line), columns.settings(line, 0));
            ObjectNode one = series.putObject(line).put("title", columns.label(line));
            if (display.equals("line") && metrics.size() > 1) { // what the first is held against
                one.put("line.style", "dashed");
            }
        }
        List<String> all = new ArrayList<>(List.of(item.across().orElseThrow()));
        all.addAll(item.lines());
        return new Look(display, select(all, columns), ALL, settings);
    }

    /** Metabase adds the last total itself, so the row that has it is left out. */
    private static Look bridge(Item item, Columns columns) {
        String across = item.across().orElseThrow();
        String value = item.value().orElseThrow();
        ObjectNode settings = JSON.objectNode();
        settings.putArray("graph.dimensions").add(across);
        settings.putArray("graph.metrics").add(value);
        settings.put("graph.x_axis.scale", "ordinal")
                .put("waterfall.show_total", true)
                .put("graph.show_values", true);
        settings.put("graph.x_axis.labels_enabled", false).put("graph.y_axis.labels_enabled", false);
        ObjectNode each = settings.putObject("column_settings");
        each.set(Columns.key(across), columns.settings(across, 0));
        each.set(Columns.key(value), columns.settings(value, 0));
        return new Look("waterfall", select(List.of(across, value), columns), """
                from (
                    select *, row_number() over () as _place, count(*) over () as _places from _answer
                ) as _answer
                where not (_answer.is_total and _answer._place = _answer._places)
                order by _answer._place""", settings);
    }

    private static Look table(List<String> names, Columns columns) {
        List<String> all = new ArrayList<>(names);
        names.forEach(name -> columns.currencyColumn(name)
                .filter(currency -> !all.contains(currency))
                .ifPresent(all::add));
        ObjectNode settings = JSON.objectNode();
        ArrayNode order = settings.putArray("table.columns");
        ObjectNode each = settings.putObject("column_settings");
        for (String name : all) {
            order.addObject().put("name", name).put("enabled", true);
            each.set(Columns.key(name), columns.settings(name, 0));
        }
        return new Look("table", select(all, columns), ALL, settings);
    }

    private static List<String> select(List<String> names, Columns columns) {
        return names.stream().map(name -> columns.sql(name) + " as " + name).toList();
    }
}
