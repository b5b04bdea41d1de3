package org.offtake.etl.fingerprint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.offtake.models.Column;
import org.offtake.models.Model;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** The fingerprint of a table that lives in PostgreSQL, worked out there. */
public final class MartFingerprint {
    private MartFingerprint() {}

    public static Fingerprint of(Database database, Model model) {
        List<String> leftOut = model.columns().stream()
                .map(Column::name)
                .filter(name -> name.startsWith("_"))
                .sorted()
                .toList();
        String values = model.columns().stream()
                .map(Column::name)
                .filter(name -> !leftOut.contains(name))
                .sorted()
                .map(name -> "coalesce(" + name + "::text, '\u0001')")
                .collect(Collectors.joining(", "));
        String sql = "select count(*), coalesce(sum(('x' || left(md5(concat_ws('|', " + values
                + ")), 15))::bit(60)::bigint), 0)::text from " + model.table();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet print = statement.executeQuery(sql)) {
            print.next();
            return new Fingerprint(model.table(), print.getLong(1), print.getString(2), leftOut);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot fingerprint " + model.table(), failure);
        }
    }
}
