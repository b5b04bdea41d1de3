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

    /** The id that the table got when it was made, when this is its first commit; empty when that cannot be read. */
    String tableId() {
        if (!Files.isRegularFile(file())) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file())) {
            return lines.filter(line -> line.startsWith("{\"metaData\""))
                    .map(line -> parsed(line).path("metaData").path("id").asText())
                    .findFirst()
                    .orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the first commit of " + table + " cannot be read", unreadable);
        }
    }

    private Path file() {
        return table.resolve("_delta_log").resolve(String.format(Locale.ROOT, "%020d.json", version));
    }

    /** The actions of a kind, such as {@code add}, {@code remove}, {@code cdc} or {@code metaData}. */
    Stream<JsonNode> actions(String kind) {
        try {
            List<String> lines = Files.readAllLines(file());
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
