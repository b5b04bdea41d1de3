package org.offtake.outbound.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request.
 *
 * @param path below the address of the system, with a slash in front; its parts encoded, see {@link #segment}
 * @param query name and value by turns, not encoded
 * @param accept the media type that is asked for
 * @param repeatable whether sending it twice does no more than sending it once, so that it is sent again when an answer was lost
 */
public record Call(
        String method, String path, List<String> query, Optional<JsonNode> body, String accept, boolean repeatable) {
    private static final String JSON = "application/json";

    public Call {
        query = List.copyOf(query);
    }

    public static Call get(String path) {
        return new Call("GET", path, List.of(), Optional.empty(), JSON, true);
    }

    public static Call put(String path) {
        return new Call("PUT", path, List.of(), Optional.empty(), JSON, true);
    }

    public static Call put(String path, JsonNode body) {
        return new Call("PUT", path, List.of(), Optional.of(body), JSON, true);
    }

    public static Call delete(String path) {
        return new Call("DELETE", path, List.of(), Optional.empty(), JSON, true);
    }

    /** Sent once: when the answer is lost, nobody knows whether it was done. */
    public static Call post(String path, JsonNode body) {
        return new Call("POST", path, List.of(), Optional.of(body), JSON, false);
    }

    /** Sent once, as {@link #post}. */
    public static Call patch(String path, JsonNode body) {
        return new Call("PATCH", path, List.of(), Optional.of(body), JSON, false);
    }

    /** The same with one more parameter. */
    public Call with(String name, Object value) {
        List<String> more = new ArrayList<>(query);
        more.add(name);
        more.add(String.valueOf(value));
        return new Call(method, path, more, body, accept, repeatable);
    }

    public Call accepting(String mediaType) {
        return new Call(method, path, query, body, mediaType, repeatable);
    }

    /** The same, for a system where sending it twice does no more than sending it once. */
    public Call asRepeatable() {
        return new Call(method, path, query, body, accept, true);
    }

    /** A name as one part of a path. */
    public static String segment(String name) {
        return encode(name).replace("+", "%20");
    }

    /** The path and its parameters, as they are sent. */
    String target() {
        StringBuilder target = new StringBuilder(path);
        for (int at = 0; at < query.size(); at += 2) {
            target.append(at == 0 ? '?' : '&')
                    .append(encode(query.get(at)))
                    .append('=')
                    .append(encode(query.get(at + 1)));
        }
        return target.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
