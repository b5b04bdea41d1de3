package org.offtake.dashboards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;

/**
 * One SELECT with the parameters {@code :company} (null for all), {@code :from}, {@code :to}, {@code :as_of} and {@code :lang}
 * (nl or en).
 *
 * @param written as it stands in the file
 * @param text as PostgreSQL's driver takes it, with a question mark for each parameter
 * @param parameters their names in the order of the question marks
 */
public record NamedSql(Path file, String written, String text, List<String> parameters) {
    private static final Map<String, String> TYPES =
            Map.of("company", "text", "from", "date", "to", "date", "as_of", "date", "lang", "text");
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\\*.*?\\*/|::|:(?<name>[a-z_]+)|(?<mark>[?;])",
            Pattern.DOTALL);

    public NamedSql {
        parameters = List.copyOf(parameters);
    }

    /** Reads a file; refuses unknown parameters and a second statement, naming the line. */
    static NamedSql read(Path file) {
        String written;
        try {
            written = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ContractException(
                    file, "is missing or unreadable: the SQL of an item stands beside its dashboard.yml");
        }
        List<String> parameters = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher token = TOKEN.matcher(written);
        while (token.find()) {
            token.appendReplacement(text, Matcher.quoteReplacement(driverText(file, written, token, parameters)));
        }
        token.appendTail(text);
        return new NamedSql(file, written, text.toString(), parameters);
    }

    private static String driverText(Path file, String written, Matcher token, List<String> parameters) {
        String name = token.group("name");
        if (name != null) {
            String type = TYPES.get(name);
            if (type == null) {
                throw new ContractException(
                        file,
                        line(written, token.start()),
                        "unknown parameter ':" + name + "'." + Nearest.hint(name, TYPES.keySet()));
            }
            parameters.add(name);
            return "cast(? as " + type + ")";
        }
        String mark = token.group("mark");
        if (mark == null) {
            return token.group();
        }
        if (mark.equals(";")) {
            throw new ContractException(
                    file, line(written, token.start()), "write one select, without a semicolon after it");
        }
        return "??"; // an operator, not a parameter
    }

    /** The SELECT with something else in place of each parameter; operators are written as PostgreSQL's driver takes them. */
    public String with(UnaryOperator<String> inPlace) {
        return TOKEN.matcher(written).replaceAll(token -> {
            boolean operator = token.group(2) != null;
            return Matcher.quoteReplacement(
                    token.group(1) != null ? inPlace.apply(token.group(1)) : operator ? "??" : token.group());
        });
    }

    private static int line(String written, int position) {
        return 1
                + (int) written.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Fills the question marks from the first on; answers the place of the next one. */
    int bind(PreparedStatement statement, Filters filters) throws SQLException {
        int place = 1;
        for (String parameter : parameters) {
            statement.setString(place++, filters.value(parameter));
        }
        return place;
    }
}
