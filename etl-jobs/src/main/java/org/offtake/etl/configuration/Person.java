package org.offtake.etl.configuration;

import java.util.Set;
import org.offtake.models.YamlMap;

/**
 * Somebody who is told things by mail.
 *
 * @param mail the address
 * @param language {@code nl} or {@code en}
 */
public record Person(String mail, String language) {
    static Person read(YamlMap person) {
        person.only(Set.of("mail", "language"));
        String language = person.optionalText("language").orElse("en");
        if (!Set.of("nl", "en").contains(language)) {
            throw person.problem("language", "'language' must be nl or en, not '" + language + "'");
        }
        return new Person(person.text("mail"), language);
    }
}
