package org.offtake.etl.configuration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.offtake.models.Nearest;
import org.offtake.models.YamlMap;

/**
 * The Metabase that dashboards are published to; neither key nor password is ever printed.
 *
 * @param url its address
 * @param apiKey of a key of its administrators
 * @param user the mail address of an administrator, where there is no key; the one that is made when it is fresh
 * @param collection the name of the collection that holds ours
 * @param languages of which each has a collection, by tag
 * @param reach where it finds our PostgreSQL, where that is not where we do
 */
public record Metabase(
        String url,
        Optional<String> apiKey,
        Optional<String> user,
        Optional<String> password,
        String collection,
        List<String> languages,
        Reach reach) {
    private static final List<String> LANGUAGES = List.of("nl", "en");

    /** What of the address of PostgreSQL is another one for Metabase. */
    public record Reach(Optional<String> host, OptionalInt port, Optional<Boolean> ssl) {}

    /** @param filled the value of a key, with environment variables filled in */
    static Metabase read(YamlMap map, UnaryOperator<String> filled) {
        map.only(Set.of("url", "api_key", "user", "password", "collection", "languages", "database"));
        String url = HttpAddress.of(map, "url", filled.apply("url")).toString();
        if (map.has("user") != map.has("password")) {
            throw map.problem("user", "'user' and 'password' belong together: name both, or neither");
        }
        return new Metabase(
                url,
                map.optionalText("api_key").map(any -> filled.apply("api_key")),
                map.optionalText("user").map(any -> filled.apply("user")),
                map.optionalText("password").map(any -> filled.apply("password")),
                map.optionalText("collection").orElse("Offtake"),
                languages(map),
                map.map("database")
                        .map(Metabase::reach)
                        .orElse(new Reach(Optional.empty(), OptionalInt.empty(), Optional.empty())));
    }

    private static List<String> languages(YamlMap map) {
        List<String> languages = map.texts("languages");
        for (String language : languages) {
            if (!LANGUAGES.contains(language)) {
                throw map.problem(
                        "languages",
                        "'" + language + "' is no language of the dashboards, which are nl and en."
                                + Nearest.hint(language, LANGUAGES));
            }
        }
        return languages.isEmpty() ? LANGUAGES : languages.stream().distinct().toList();
    }

    private static Reach reach(YamlMap map) {
        map.only(Set.of("host", "port", "ssl"));
        return new Reach(
                map.optionalText("host"),
                map.has("port") ? OptionalInt.of(map.number("port", 0)) : OptionalInt.empty(),
                map.has("ssl") ? Optional.of(map.flag("ssl", false)) : Optional.empty());
    }

    @Override
    public String toString() {
        return "Metabase[" + url + "]";
    }
}
