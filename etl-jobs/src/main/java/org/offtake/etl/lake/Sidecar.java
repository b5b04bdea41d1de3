package org.offtake.etl.lake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a step remembers, beside the lake, of its last run to save itself work; losing it costs time, never truth. */
public record Sidecar(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    public static Sidecar of(Path folder, String name) {
        return new Sidecar(folder.resolve(name + ".json"));
    }

    /** What was remembered, or nothing when it was never written or cannot be read. */
    public Map<String, String> read() {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), TEXTS);
        } catch (IOException forgotten) {
            return Map.of();
        }
    }

    /** Remembers; writes nothing when nothing changed. */
    public void write(Map<String, String> values) {
        try {
            new WholeFile(file).write(JSON.writeValueAsBytes(new TreeMap<>(values)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot remember in " + file, unwritable);
        }
    }
}
