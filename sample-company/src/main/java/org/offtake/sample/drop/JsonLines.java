package org.offtake.sample.drop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** One JSON object a line, ISO dates, instants in UTC; a field without a value is left out. */
public record JsonLines() implements Dialect {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String ending() {
        return ".jsonl";
    }

    @Override
    public int firstLine() {
        return 1;
    }

    @Override
    public Object wrongDecimal() {
        return "12,5O";
    }

    @Override
    public Sheet open(Path file, Table table) throws IOException {
        BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        JsonGenerator json = JSON.createGenerator(text);
        json.setRootValueSeparator(null);
        return new Sheet() {
            @Override
            public void write(List<Object> values) throws IOException {
                json.writeStartObject();
                for (int i = 0; i < values.size(); i++) {
                    field(json, table.columns().get(i).name(), values.get(i));
                }
                json.writeEndObject();
                json.writeRaw('\n');
            }

            @Override
            public void close() throws IOException {
                json.close();
            }
        };
    }

    private static void field(JsonGenerator json, String name, Object value) throws IOException {
        if (value.equals("")) {
            return;
        }
        json.writeFieldName(name);
        if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof OffsetDateTime moment) {
            json.writeString(DateTimeFormatter.ISO_INSTANT.format(moment));
        } else {
            json.writeString(value.toString());
        }
    }
}
