package org.offtake.serving;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Lets PostgreSQL take back the room of rows that are gone, and learn what the tables hold. */
public final class Upkeep {
    private Upkeep() {}

    /** Vacuums and analyses every table of the schemas app and mart; gives how many. */
    public static int vacuum(Database database) {
        String select = "select format('%I.%I', schemaname, tablename) from pg_tables"
                + " where schemaname in ('app', 'mart') order by 1";
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(select)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                statement.execute("vacuum (analyze) " + table);
            }
            return tables.size();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot vacuum the tables of " + database, failure);
        }
    }
}
