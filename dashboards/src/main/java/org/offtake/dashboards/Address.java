package org.offtake.dashboards;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offtake.models.Nearest;

/**
 * The path and the parameters of a request.
 *
 * @param segments of the path, decoded
 */
record Address(List<String> segments, Map<String, String> parameters) {
    static Address of(URI uri) {
        List<String> segments = List.of(uri.getRawPath().replaceFirst("^/", "").split("/", -1)).stream()
                .map(Address::decoded)
                .toList();
        return new Address(segments, parameters(uri.getRawQuery()));
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (parameters.put(name, value) != null) {
                throw new BadRequest("'" + name + "' stands in the address twice");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\0') >= 0) {
                throw new BadRequest("The address holds a zero byte");
            }
            return decoded;
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest("The address cannot be read: " + wrong.getMessage());
        }
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The language asked for, or else the one the browser prefers. */
    Language language(String acceptLanguage) {
        return value("lang").flatMap(Language::of).orElseGet(() -> Language.accepted(acceptLanguage));
    }

    /** Refuses what nobody would read, so that a misspelt filter is not taken for none. */
    void only(Set<String> known) {
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw new BadRequest("Unknown parameter '" + name + "'." + Nearest.hint(name, known));
            }
        }
    }
}
