package org.offtake.etl.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import org.offtake.models.YamlMap;

/** The address of a system that is spoken to over HTTP. */
final class HttpAddress {
    private HttpAddress() {}

    /** Refuses what is none; one with a user or a query in it is not repeated, as it may carry a secret. */
    static URI of(YamlMap map, String key, String text) {
        if (text.matches("https?://[^\\s@?#]+")) {
            try {
                return new URI(text);
            } catch (URISyntaxException wrong) {
                throw map.problem(key, "'" + key + "' is no address: " + wrong.getReason());
            }
        }
        throw map.problem(
                key, "'" + key + "' must be an address such as http://localhost:8080, without a user or a query in it");
    }
}
