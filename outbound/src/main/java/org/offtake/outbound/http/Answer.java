package org.offtake.outbound.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A good answer. */
public record Answer(Call call, int status, String body) {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A text that is known to be JSON. */
    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("this is no JSON: " + wrong.getOriginalMessage(), wrong);
        }
    }

    /** The body as JSON; null in JSON when there is none. */
    public JsonNode json() {
        try {
            JsonNode json = MAPPER.readTree(body);
            return json.isMissingNode() ? MAPPER.nullNode() : json;
        } catch (JsonProcessingException wrong) {
            throw unreadable("something that is not JSON");
        }
    }

    /** The body as a record; names with underscores are its components, and what it does not name is left out. */
    public <T> T as(Class<T> type) {
        return as(json(), type);
    }

    /** A part of the body as a record, as {@link #as(Class)}. */
    public <T> T as(JsonNode part, Class<T> type) {
        try {
            return MAPPER.treeToValue(part, type);
        } catch (JsonProcessingException wrong) {
            throw unreadable("something that is no " + type.getSimpleName() + " (" + wrong.getOriginalMessage() + ")");
        }
    }

    private ApiException unreadable(String what) {
        return new ApiException(
                call.method() + " " + call.path() + " was answered with " + what
                        + "; see whether the address is that of the system itself, and its version one that is known",
                status,
                "",
                false);
    }
}
