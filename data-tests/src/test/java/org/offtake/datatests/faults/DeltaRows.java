package org.offtake.datatests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a small Delta table as another engine reads them from the files that its log names. */
record DeltaRows(Path table) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** When a record arrived is each process's own; a file that is also in the change feed says so, which readers drop. */
    private static final Set<String> NO_CONTENT = Set.of("arrived_at", "first_seen_at", "_place_at", "_change_type");

    /** All columns of all rows as texts, sorted. */
    List<String> read(Connection duck) throws IOException, SQLException {
        Set<String> files = files();
        List<String> rows = new ArrayList<>();
        if (files.isEmpty()) {
            return rows;
        }
        String list =
                files.stream().map(file -> "'" + table.resolve(file) + "'").collect(Collectors.joining(", ", "[", "]"));
        try (Statement statement = duck.createStatement();
                ResultSet row =
                        statement.executeQuery("select * from read_parquet(" + list + ", union_by_name = true)")) {
            List<String> columns = contentColumns(row.getMetaData());
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (String column : columns) {
                    values.add(String.valueOf(row.getObject(column)));
                }
                rows.add(Effects.undrawn(String.join(" | ", values)));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static List<String> contentColumns(ResultSetMetaData found) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= found.getColumnCount(); column++) {
            columns.add(found.getColumnName(column));
        }
        columns.removeAll(NO_CONTENT);
        return columns;
    }

    private Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        for (Path commit : commits()) {
            for (String line : Files.readAllLines(commit)) {
                JsonNode action = JSON.readTree(line);
                if (action.has("add")) {
                    files.add(file(action.get("add")));
                }
                if (action.has("remove")) {
                    files.remove(file(action.get("remove")));
                }
            }
        }
        return files;
    }

    private static String file(JsonNode action) {
        return URI.create(action.get("path").asText()).getPath();
    }

    private List<Path> commits() throws IOException {
        Path log = table.resolve("_delta_log");
        if (!Files.isDirectory(log)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{20}\\.json"))
                    .sorted()
                    .toList();
        }
    }
}
