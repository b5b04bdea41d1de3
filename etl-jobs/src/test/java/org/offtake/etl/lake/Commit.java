package org.offtake.etl.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.offtake.models.TableName;

/** What one commit did, as the Delta log tells it: its operation, and how many files came and went. */
public record Commit(String operation, long added, long removed) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Commit newest(Lake lake, TableName table) throws IOException {
        long version = lake.version(table).orElseThrow();
        Path file = lake.path(table).resolve("_delta_log").resolve(String.format("%020d.json", version));
        String operation = "";
        long added = 0;
        long removed = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode action = JSON.readTree(line);
            added += action.has("add") ? 1 : 0;
            removed += action.has("remove") ? 1 : 0;
            operation = action.path("commitInfo").path("operation").asText(operation);
        }
        return new Commit(operation, added, removed);
    }
}
