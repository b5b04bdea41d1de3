package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offtake.dashboards.Company;
import org.offtake.dashboards.Dashboard;
import org.offtake.dashboards.Format;
import org.offtake.dashboards.Language;
import org.offtake.dashboards.ShownColumn;

/** How the columns of a dashboard are read in SQL, and named and written by Metabase, in one language. */
record Columns(Dashboard dashboard, Language language, List<Company> companies) {
    private static final String OF_COMPANY = "company";

    /** What Metabase takes for the name of a column in its settings. */
    static String key(String column) {
        return "[\"name\",\"" + column + "\"]";
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    String label(String column) {
        return described(column).map(shown -> shown.label().in(language)).orElse(column);
    }

    Optional<Format> format(String column) {
        return described(column).map(ShownColumn::format);
    }

    /** The column as a value that people read: codes become words, and companies have their names. */
    String sql(String column) {
        Map<String, String> words = new LinkedHashMap<>();
        if (is(column, Format.Kind.COMPANY)) {
            companies.forEach(company -> words.put(company.code(), company.name()));
        }
        described(column)
                .ifPresent(shown -> shown.values().forEach((code, said) -> words.put(code, said.in(language))));
        if (words.isEmpty()) {
            return "_answer." + column;
        }
        String text = "cast(_answer." + column + " as text)";
        return words.entrySet().stream()
                .map(word -> " when " + quoted(word.getKey()) + " then " + quoted(word.getValue()))
                .collect(Collectors.joining("", "case " + text, " else " + text + " end"));
    }

    /** The one currency that all values of the column are in; empty when rows differ, or it is no money. */
    Optional<String> currency(String column) {
        return format(column).flatMap(Format::currency).flatMap(said -> {
            if (said.equals(OF_COMPANY)) {
                List<String> all =
                        companies.stream().map(Company::currency).distinct().toList();
                return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
            }
            return said.matches("[A-Z]{3}") ? Optional.of(said) : Optional.empty();
        });
    }

    /** The column that holds the currency of each row; empty when they all have one, or it is no money. */
    Optional<String> currencyColumn(String column) {
        return format(column)
                .flatMap(Format::currency)
                .filter(said -> !said.equals(OF_COMPANY) && !said.matches("[A-Z]{3}"));
    }

    /** The settings of a column that Metabase knows: its title, and how its values are written. */
    ObjectNode settings(String column, int moneyDecimals) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode().put("column_title", label(column));
        format(column).ifPresent(format -> {
            switch (format.kind()) {
                case MONEY -> money(settings, column, moneyDecimals);
                case PRICE -> money(settings, column, 2);
                case PERCENT, CHANGE -> number(settings).put("suffix", "%").put("decimals", 1);
                case COUNT -> number(settings).put("decimals", 0);
                case QUANTITY -> number(settings);
                case DATE -> settings.put("date_style", "D MMMM, YYYY");
                case MONTH -> settings.put("date_style", "MMMM, YYYY");
                case TEXT -> settings.put("text_wrapping", true);
                case COMPANY, COUNTRY, SIGNAL -> {} // read as it is
            }
        });
        return settings;
    }

    private void money(ObjectNode settings, String column, int decimals) {
        number(settings).put("decimals", decimals);
        currency(column).ifPresent(code -> settings.put("number_style", "currency")
                .put("currency", code)
                .put("currency_style", "symbol")
                .put("currency_in_header", false));
    }

    private ObjectNode number(ObjectNode settings) {
        return settings.put("number_separators", language == Language.NL ? ",." : ".,");
    }

    private boolean is(String column, Format.Kind kind) {
        return format(column).filter(format -> format.kind() == kind).isPresent();
    }

    private Optional<ShownColumn> described(String column) {
        return Optional.ofNullable(dashboard.columns().get(column));
    }
}
