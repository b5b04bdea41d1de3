package org.offtake.cli;

import java.util.Set;
import picocli.CommandLine.Option;

/** In which of the two languages people are spoken to. */
final class SpokenLanguage {
    private static final Set<String> LANGUAGES = Set.of("nl", "en");

    @Option(
            names = "--lang",
            paramLabel = "nl|en",
            defaultValue = "en",
            description = "The language of the text (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    /** nl or en. */
    String code() {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("--lang is nl or en, not '" + language + "'");
        }
        return language;
    }
}
