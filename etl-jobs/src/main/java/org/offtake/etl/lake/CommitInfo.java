package org.offtake.etl.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One commit of a table, as its log tells it. */
record CommitInfo(Path table, long version) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How many rows the commit wrote. */
    long rowsWritten() {
        return actions("commitInfo")
                .mapToLong(info ->
                        info.path("operationMetrics").path("numOutputRows").asLong())
                .sum();
    }

    private Stream<JsonNode> actions(String kind) {
        Path file = table.resolve("_delta_log").resolve(String.format(Locale.ROOT, "%020d.json", version));
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .map(CommitInfo::parsed)
                    .filter(action -> action.has(kind))
                    .map(action -> action.get(kind));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("commit " + version + " of " + table + " cannot be read", unreadable);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException("not a line of a Delta log: " + line, broken);
        }
    }
}
