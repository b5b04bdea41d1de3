package org.offtake.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offtake.models.ContractException;

/**
 * One page that answers one question.
 *
 * @param name of its folder, and its place in addresses
 * @param companies chooses the companies of the filter: columns {@code value}
 * @param months how many months the period holds unless someone asks otherwise
 * @param runningMonth whether that period ends on the business date, or with the last full month
 * @param columns how columns are named and written, whichever item they are in
 */
public record Dashboard(
        String name,
        Words title,
        Words question,
        String owner,
        NamedSql companies,
        int months,
        boolean runningMonth,
        Map<String, ShownColumn> columns,
        Map<String, RowsTable> rows,
        List<Item> items) {
    public Dashboard {
        items = List.copyOf(items);
    }

    /**
     * Reads {@code <folder>/<name>/dashboard.yml} of every folder; of two with the same name the last one stands.
     *
     * @throws ContractException naming file and line of what cannot be used
     */
    public static List<Dashboard> readAll(List<Path> folders) {
        Map<String, Dashboard> dashboards = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (Path child : foldersIn(folder)) {
                Dashboard dashboard = DashboardFile.read(child);
                dashboards.put(dashboard.name(), dashboard);
            }
        }
        return new ArrayList<>(dashboards.values());
    }

    private static List<Path> foldersIn(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isRegularFile(child.resolve("dashboard.yml")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ContractException(folder, "cannot be listed: " + unreadable.getMessage());
        }
    }

    Optional<Item> item(String itemName) {
        return items.stream().filter(item -> item.name().equals(itemName)).findFirst();
    }
}
