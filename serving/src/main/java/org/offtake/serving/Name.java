package org.offtake.serving;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as the house writes them: lower case, digits, underscores; so they need no escape in SQL. */
final class Name {
    private static final Pattern ALLOWED = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private Name() {}

    static String checked(String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw ServingException.mistake("'" + name + "' cannot name a table or a column in PostgreSQL."
                    + " Use at most 63 lower-case letters, digits and underscores, beginning with a letter");
        }
        return name;
    }

    static String quoted(String name) {
        return '"' + checked(name) + '"';
    }

    static String list(List<String> names) {
        return names.stream().map(Name::quoted).collect(Collectors.joining(", "));
    }
}
