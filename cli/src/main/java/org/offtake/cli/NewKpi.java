package org.offtake.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.offtake.models.Layer;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * The files of a new KPI: its SELECT, contract and scenario, its table in PostgreSQL, and its card on a dashboard.
 *
 * @param name what it is called, without {@code kpi_}
 * @param subject the folder below {@code models/mart} and {@code data-tests/scenarios}
 * @param dashboard the folder of the dashboard that gets its card
 */
record NewKpi(House house, String name, String subject, String dashboard) {
    NewKpi {
        refuseUnlessSnakeCase("KPI", name);
        refuseUnlessSnakeCase("subject", subject);
    }

    static void refuseUnlessSnakeCase(String what, String name) {
        if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            throw new IllegalArgumentException("'" + name + "' cannot name a " + what
                    + ": write lower case letters and digits with _ between words, such as open_orders");
        }
    }

    /** Where to begin: what the figure is, as rows. */
    Path scenario() {
        return house.scenarios().resolve(subject).resolve("kpi_" + name + ".md");
    }

    /**
     * Writes all files, or none.
     *
     * @return the files, in the order of the steps in CONTRIBUTING
     */
    List<Path> write() {
        refuseKnown();
        DashboardCard card = new DashboardCard(house.dashboards(), dashboard, "kpi_" + name);
        String dashboardWithCard = card.added(text("card.yml"));
        Map<Path, String> files = new LinkedHashMap<>();
        Path folder = house.models().resolve("mart").resolve(subject);
        files.put(folder.resolve("kpi_" + name + ".sql"), text("kpi.sql"));
        files.put(folder.resolve("kpi_" + name + ".yml"), text("kpi.yml"));
        files.put(scenario(), text("kpi.md"));
        files.put(card.sql(), text("card.sql"));
        files.keySet().stream().filter(Files::exists).findFirst().ifPresent(there -> {
            throw new IllegalArgumentException(there + " is there already: take another name, or take it away first");
        });
        files.forEach(NewKpi::write);
        write(card.yml(), dashboardWithCard);
        List<Path> written = new ArrayList<>(files.keySet());
        new MartMigration(house).write("kpi_" + name).ifPresent(written::add);
        written.add(card.yml());
        return written;
    }

    private void refuseKnown() {
        TableName table = new TableName(Layer.MART, "kpi_" + name);
        Model there = house.library(List.of()).models().get(table);
        if (there != null) {
            throw new IllegalArgumentException(
                    table + " stands already in " + there.file() + ": add a column to it, or take another name");
        }
    }

    /** A template with the names filled in. */
    private String text(String template) {
        String words = name.replace('_', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        try (InputStream bytes = Objects.requireNonNull(NewKpi.class.getResourceAsStream("new/" + template))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{name}", name)
                    .replace("{subject}", subject)
                    .replace("{words}", words)
                    .replace("{Words}", title);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
