package org.offtake.dashboards;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages people read the dashboards in. */
public enum Language {
    NL,
    EN;

    /** As it stands in addresses and in HTML: {@code nl} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Language> of(String tag) {
        return switch (tag) {
            case "nl" -> Optional.of(NL);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    /** The first of the two that the browser asks for; English where it asks for neither. */
    static Language accepted(String acceptLanguage) {
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), List.of("nl", "en"));
            return best == null ? EN : of(best).orElse(EN);
        } catch (IllegalArgumentException unreadable) {
            return EN;
        }
    }
}
