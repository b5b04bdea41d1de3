package org.offtake.dashboards;

import java.util.Set;
import org.offtake.models.YamlMap;

/** The same words in Dutch and in English. */
public record Words(String nl, String en) {
    private static final Set<String> KEYS = Set.of("nl", "en");

    static Words read(YamlMap yaml, String key) {
        YamlMap words = yaml.map(key).orElseThrow(() -> yaml.problem(key, "'" + key + "' is missing"));
        words.only(KEYS);
        return new Words(words.text("nl"), words.text("en"));
    }

    /** The words in this language. */
    public String in(Language language) {
        return language == Language.NL ? nl : en;
    }
}
