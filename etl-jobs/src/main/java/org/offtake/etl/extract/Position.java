package org.offtake.etl.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a table of a database was read, and what the next reading will see if nothing changes.
 *
 * @param definition hash of what is read: table or query, watermark, columns
 * @param watermark the greatest one seen; empty when everything is read every time
 * @param window the print of the rows that the next reading reads again
 */
public record Position(String definition, Optional<String> watermark, String window) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    /** The same as texts by name. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(Map.of("definition", definition, "window", window));
        watermark.ifPresent(text -> values.put("watermark", text));
        return values;
    }

    /** Empty when the texts are not those of a position. */
    public static Optional<Position> of(Map<String, String> values) {
        String definition = values.get("definition");
        String window = values.get("window");
        return definition == null || window == null
                ? Optional.empty()
                : Optional.of(new Position(definition, Optional.ofNullable(values.get("watermark")), window));
    }

    /** As it stands in the register of deliveries. */
    public String text() {
        try {
            return JSON.writeValueAsString(values());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty for the empty text of a delivery that is a file. */
    public static Optional<Position> parse(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : of(JSON.readValue(text, TEXTS));
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }
}
