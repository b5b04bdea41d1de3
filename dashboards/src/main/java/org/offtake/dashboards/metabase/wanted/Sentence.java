package org.offtake.dashboards.metabase.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offtake.dashboards.Format;
import org.offtake.dashboards.Language;
import org.offtake.dashboards.Words;

/** The sentences of an item as SQL: the words of the story of each row, with the figures of the row in them. */
record Sentence(Columns columns) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final List<String> MONTHS_NL = List.of(
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december");
    private static final List<String> MONTHS_EN = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    String sql(Map<String, Words> stories) {
        return stories.entrySet().stream()
                .map(story -> "\n        when " + Columns.quoted(story.getKey()) + " then "
                        + filled(story.getValue().in(columns.language())))
                .collect(Collectors.joining("", "case _answer.story", "\n    end"));
    }

    private String filled(String words) {
        List<String> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(words);
        int from = 0;
        while (place.find()) {
            parts.add(Columns.quoted(words.substring(from, place.start())));
            parts.add("coalesce(" + written(place.group(1)) + ", '–')");
            from = place.end();
        }
        parts.add(Columns.quoted(words.substring(from)));
        return String.join(" || ", parts);
    }

    /** A value as text, as nearly as the viewer writes it. */
    private String written(String column) {
        String value = "_answer." + column;
        Format.Kind kind = columns.format(column).map(Format::kind).orElse(Format.Kind.TEXT);
        return switch (kind) {
            case MONEY -> currency(column) + number(value, "FM999,999,999,999,990");
            case PRICE -> currency(column) + number(value, "FM999,999,999,990.00");
            case COUNT -> number(value, "FM999,999,999,999,990");
            case QUANTITY -> "rtrim(" + number(value, "FM999,999,999,990.99") + ", '.,')";
            case PERCENT, CHANGE -> "rtrim(" + number(value, "FM999,999,990.9") + ", '.,') || '%'";
            case DATE -> "to_char(" + value + ", 'YYYY-MM-DD')";
            case MONTH -> month(value);
            case COMPANY, COUNTRY, SIGNAL, TEXT -> "cast(" + columns.sql(column) + " as text)";
        };
    }

    private String number(String value, String pattern) {
        String text = "to_char(cast(" + value + " as numeric), '" + pattern + "')";
        return columns.language() == Language.NL ? "translate(" + text + ", '.,', ',.')" : text;
    }

    private String month(String value) {
        List<String> names = columns.language() == Language.NL ? MONTHS_NL : MONTHS_EN;
        String all = names.stream().map(Columns::quoted).collect(Collectors.joining(", "));
        return "(array[" + all + "])[cast(extract(month from " + value + ") as int)] || to_char(" + value
                + ", ' YYYY')";
    }

    private String currency(String column) {
        return columns.currencyColumn(column)
                .map(name -> "coalesce(_answer." + name + " || ' ', '') || ")
                .orElseGet(() -> columns.currency(column)
                        .map(code -> Columns.quoted(code + " ") + " || ")
                        .orElse(""));
    }
}
