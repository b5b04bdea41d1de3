package org.offtake.etl.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object to texts: numbers as they are written, nested values as compact JSON. */
final class JsonObjects {

    /** A text that is no usable object. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        private final Flaw flaw;

        Unusable(String code, String detail) {
            super(detail);
            this.flaw = new Flaw(code, detail);
        }

        Flaw flaw() {
            return flaw;
        }
    }

    private static final int DEEPEST = 64;

    private final JsonFactory factory = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Let through here so that they are told apart from other broken text, and refused below.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(CsvRows.LONGEST_FIELD)
                    .maxStringLength(PhysicalLines.LONGEST)
                    .build())
            .build();

    Map<String, @Nullable String> read(String text) throws Unusable {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unusable(Flaw.NOT_AN_OBJECT, "the line is no JSON object; write one object per line");
            }
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                values.put(name, value(parser));
            }
            if (parser.nextToken() != null) {
                throw new Unusable(Flaw.BROKEN_JSON, "more text follows the object; write one object per line");
            }
            return values;
        } catch (StreamConstraintsException excess) {
            throw excess.getOriginalMessage().contains("nesting depth")
                    ? new Unusable(Flaw.TOO_DEEP, "values are nested deeper than " + DEEPEST + " levels")
                    : new Unusable(Flaw.TOO_LONG, excess.getOriginalMessage());
        } catch (JsonProcessingException broken) {
            String message = broken.getOriginalMessage();
            throw new Unusable(
                    message.startsWith("Duplicate ") ? Flaw.DUPLICATE_KEY : Flaw.BROKEN_JSON,
                    message + ", at character " + broken.getLocation().getColumnNr());
        } catch (IOException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
    }

    private @Nullable String value(JsonParser parser) throws IOException, Unusable {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token.isStructStart()) {
            return compact(parser);
        }
        return scalar(parser, token);
    }

    private static String scalar(JsonParser parser, JsonToken token) throws IOException, Unusable {
        if (token.isNumeric() && parser.isNaN()) {
            throw new Unusable(
                    Flaw.NOT_A_NUMBER,
                    "'" + parser.currentName() + "' is " + parser.getText() + ", which is no number; write null");
        }
        return parser.getText();
    }

    private String compact(JsonParser parser) throws IOException, Unusable {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            int depth = 0;
            do {
                JsonToken token = parser.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                write(parser, token, generator);
            } while (depth > 0 && parser.nextToken() != null);
        }
        return text.toString();
    }

    private static void write(JsonParser parser, JsonToken token, JsonGenerator generator)
            throws IOException, Unusable {
        switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(scalar(parser, token));
            default -> generator.copyCurrentEvent(parser);
        }
    }
}
