package org.offtake.dashboards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs SQL as Metabase does: a part in double brackets stands only where its filter is chosen, and what is chosen is a parameter. */
record MetabaseQuery(String sql) {
    private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    Rows run(Connection connection, Map<String, ?> chosen) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        String text = OPTIONAL.matcher(sql).replaceAll(part -> {
            Matcher place = PLACE.matcher(part.group(1));
            if (!place.find()) {
                throw new AssertionError("no filter in " + part.group());
            }
            Optional<Object> value = Optional.ofNullable(chosen.get(place.group(1)));
            value.ifPresent(parameters::add);
            return value.isPresent() ? Matcher.quoteReplacement(place.replaceAll("?")) : "";
        });
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int index = 0; index < parameters.size(); index++) {
                statement.setObject(index + 1, parameters.get(index));
            }
            try (ResultSet result = statement.executeQuery()) {
                return Rows.read(result);
            }
        }
    }
}
