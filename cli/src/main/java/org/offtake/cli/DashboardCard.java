package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offtake.models.Nearest;

/** A card that is to be added to a dashboard: its SELECT beside {@code dashboard.yml}, and its item at the end of it. */
record DashboardCard(Path dashboards, String dashboard, String name) {
    private static final Pattern KEY = Pattern.compile("^([a-z]+):", Pattern.MULTILINE);
    /** The columns that the card shows, for a dashboard that does not know them yet. */
    private static final List<String> COLUMNS = List.of(
            "company_code: {is: company, nl: Bedrijf, en: Company}",
            "month_start_date: {is: month, nl: Maand, en: Month}",
            "currency_code: {is: text, nl: Valuta, en: Currency}",
            "order_count: {is: count, nl: Orders, en: Orders}",
            "net_amount: {is: money in currency_code, nl: Netto, en: Net}");

    Path sql() {
        return folder().resolve(name + ".sql");
    }

    Path yml() {
        return folder().resolve("dashboard.yml");
    }

    /** The text of {@code dashboard.yml} with the item at its end. */
    String added(String item) {
        String text = read();
        List<String> keys = KEY.matcher(text).results().map(key -> key.group(1)).toList();
        if (!keys.contains("columns") || keys.indexOf("items") != keys.size() - 1) {
            throw new IllegalArgumentException(yml()
                    + ": a card goes to the end of `items`, below `columns`; move `items` to the end of the file");
        }
        StringBuilder unknown = new StringBuilder();
        COLUMNS.stream()
                .filter(column -> !text.contains("\n  " + column.substring(0, column.indexOf(':') + 1)))
                .forEach(column -> unknown.append("  ").append(column).append('\n'));
        int below = text.indexOf("\ncolumns:\n") + "\ncolumns:\n".length();
        return text.substring(0, below) + unknown + text.substring(below).stripTrailing() + "\n" + item;
    }

    private Path folder() {
        Path folder = dashboards.resolve(dashboard);
        if (!Files.isRegularFile(folder.resolve("dashboard.yml"))) {
            throw new IllegalArgumentException(
                    "there is no dashboard '" + dashboard + "'." + Nearest.hint(dashboard, known()));
        }
        return folder;
    }

    private List<String> known() {
        try (Stream<Path> folders = Files.list(dashboards)) {
            return folders.filter(folder -> Files.exists(folder.resolve("dashboard.yml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String read() {
        try {
            return Files.readString(yml());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
