package org.offtake.etl.extract;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one reading as JSON lines, every value a text; whole only when it was closed after the last row. */
final class SpoolFile implements AutoCloseable {
    private final JsonGenerator lines;
    private final List<String> names;

    SpoolFile(Path file, List<String> names) throws IOException {
        this.names = names;
        this.lines = new JsonFactoryBuilder()
                .rootValueSeparator("\n")
                .build()
                .createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    void add(List<@Nullable String> values) throws IOException {
        lines.writeStartObject();
        for (int place = 0; place < names.size(); place++) {
            lines.writeStringField(names.get(place), values.get(place));
        }
        lines.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
