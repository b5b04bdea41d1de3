package org.offtake.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The data dictionary as a page of Markdown, from the contracts alone.
 *
 * @param house the folder that the files are told below
 */
public record Dictionary(Catalog catalog, Path house) {

    /** The whole page, the tables that people ask for first. */
    public String markdown() {
        StringBuilder page = new StringBuilder("""
                # Data dictionary

                Written by `./offtake explain --dictionary`; the contracts say all of it. `gold` and `silver` are asked with `./offtake sql`, `mart` with
                `./offtake sql --mart`. Where a column may be empty, the contract says so and this page shows a ∘.

                """);
        chapter(page, "Marts: what readers see", in("mart."));
        chapter(page, "Gold: the star", in("gold."));
        chapter(page, "Silver: what we agreed a thing is", in("silver."));
        chapter(page, "Seeds: kept by hand", in("seed."));
        page.append("## Sources\n\n| table | what | becomes |\n|---|---|---|\n");
        catalog.tables().values().stream()
                .filter(in("").and(table -> table.name().contains("/")))
                .forEach(source -> page.append("| `" + source.name() + "` | " + cell(source.about()) + " | "
                        + names(catalog.readBy(source.name())) + " |\n"));
        return page.toString();
    }

    private static Predicate<Described> in(String layer) {
        return table -> table.name().startsWith(layer);
    }

    private void chapter(StringBuilder page, String title, Predicate<Described> which) {
        page.append("## ").append(title).append("\n\n");
        catalog.tables().values().stream().filter(which).forEach(table -> page.append(section(table)));
    }

    private String section(Described table) {
        StringBuilder section = new StringBuilder("### " + table.name() + "\n\n" + table.about() + "\n\n");
        if (!table.grain().isEmpty()) {
            section.append("Grain: ").append(names(table.grain())).append(". ");
        }
        if (!table.reads().isEmpty()) {
            section.append("Made of ").append(names(table.reads())).append(". ");
        }
        table.owner().ifPresent(owner -> section.append("Owner: ").append(owner).append(". "));
        section.append("Written down in [`" + below(table) + "`](../" + below(table) + ").\n\n");
        section.append("| column | is | says |\n|---|---|---|\n");
        table.columns()
                .forEach(column -> section.append("| `" + column.name() + "`" + (column.optional() ? " ∘" : "") + " | "
                        + cell(column.type().toString()) + " | " + cell(column.about()) + " |\n"));
        section.append("\n");
        table.checks()
                .forEach(check -> section.append("* " + check.severity().name().toLowerCase(Locale.ROOT) + ": `"
                        + check.condition().strip() + "`, because " + check.because() + "\n"));
        return section.append(table.checks().isEmpty() ? "" : "\n").toString();
    }

    private String below(Described table) {
        return house.relativize(table.file()).toString();
    }

    private static String names(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.strip().replace("\n", " ").replace("|", "\\|");
    }
}
