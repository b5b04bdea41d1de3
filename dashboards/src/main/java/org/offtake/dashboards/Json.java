package org.offtake.dashboards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offtake.serving.Failure;
import org.offtake.serving.Run;

/** Writes the parts that several answers share. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** What is written between the braces of an answer. */
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static String object(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException("Cannot write to memory", impossible);
        }
        return text.toString();
    }

    /** What stands around every page of a dashboard, and how its columns are written. */
    static void head(
            JsonGenerator json,
            Dashboard dashboard,
            List<Dashboard> dashboards,
            List<Company> companies,
            Language language)
            throws IOException {
        json.writeStringField("lang", language.tag());
        json.writeStringField("name", dashboard.name());
        json.writeStringField("title", dashboard.title().in(language));
        json.writeStringField("question", dashboard.question().in(language));
        json.writeStringField("owner", dashboard.owner());
        json.writeArrayFieldStart("dashboards");
        for (Dashboard each : dashboards) {
            json.writeStartObject();
            json.writeStringField("name", each.name());
            json.writeStringField("title", each.title().in(language));
            json.writeEndObject();
        }
        json.writeEndArray();
        columns(json, dashboard.columns(), language);
        companies(json, companies);
    }

    static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }

    static void optional(JsonGenerator json, String name, Optional<?> value) throws IOException {
        json.writeFieldName(name);
        value(json, value.map(Object::toString).orElse(null));
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeFieldName(name);
        json.writeArray(texts.toArray(String[]::new), 0, texts.size());
    }

    static void rows(JsonGenerator json, Rows rows) throws IOException {
        rows(json, "rows", rows);
    }

    static void rows(JsonGenerator json, String name, Rows rows) throws IOException {
        json.writeArrayFieldStart(name);
        for (List<@Nullable Object> row : rows.values()) {
            json.writeStartObject();
            for (int column = 0; column < row.size(); column++) {
                json.writeFieldName(rows.columns().get(column));
                value(json, row.get(column));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void run(JsonGenerator json, Run run) throws IOException {
        json.writeObjectFieldStart("run");
        json.writeNumberField("id", run.runId());
        json.writeStringField("business_date", run.businessDate().toString());
        optional(json, "finished_at", run.finishedAt());
        json.writeEndObject();
    }

    static void failure(JsonGenerator json, Failure failure) throws IOException {
        Run failed = failure.last();
        json.writeObjectFieldStart("banner");
        json.writeNumberField("run", failed.runId());
        json.writeStringField("business_date", failed.businessDate().toString());
        json.writeStringField("since", failure.since().toString());
        json.writeStringField("message", failed.message().orElse(""));
        json.writeEndObject();
    }

    static void columns(JsonGenerator json, Map<String, ShownColumn> columns, Language language) throws IOException {
        json.writeObjectFieldStart("columns");
        for (ShownColumn column : columns.values()) {
            json.writeObjectFieldStart(column.name());
            json.writeStringField("label", column.label().in(language));
            json.writeStringField("format", column.format().kind().word());
            optional(json, "currency", column.format().currency());
            words(json, "values", column.values(), language);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void words(JsonGenerator json, String name, Map<String, Words> words, Language language) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Words> entry : words.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue().in(language));
        }
        json.writeEndObject();
    }

    static void companies(JsonGenerator json, List<Company> companies) throws IOException {
        json.writeObjectFieldStart("companies");
        for (Company company : companies) {
            json.writeObjectFieldStart(company.code());
            json.writeStringField("name", company.name());
            json.writeStringField("currency", company.currency());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
