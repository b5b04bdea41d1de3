package org.offtake.etl.extract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;

/** What a database has of the tables that contracts name. */
record KnownTables(Connection connection) {
    /** The table, or its schema, does not exist. */
    private static final Set<String> UNKNOWN = Set.of("42P01", "3F000");

    /** The columns of a table, without reading a row. */
    ReadColumns columns(Extraction extraction) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + extraction.from() + " where 1 = 0")) {
            return ReadColumns.of(none.getMetaData(), extraction.table(), extraction.what());
        } catch (SQLException failure) {
            String state = String.valueOf(failure.getSQLState());
            if (extraction.extract().table().isPresent() && UNKNOWN.contains(state)) {
                throw missing(extraction);
            }
            throw failure;
        }
    }

    private ContractException missing(Extraction extraction) throws SQLException {
        connection.rollback();
        List<String> known = names();
        String wanted = extraction.extract().what();
        return extraction.wrong("there is no such table that the user may see"
                + Nearest.to(wanted, known)
                        .map(near -> ". Did you mean '" + near + "'?")
                        .orElse("; correct its name, with its schema"));
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_schema, table_name from information_schema.tables"
                        + " where table_schema not in ('pg_catalog', 'information_schema') order by 1, 2")) {
            while (rows.next()) {
                names.add(rows.getString(1) + "." + rows.getString(2));
                names.add(rows.getString(2));
            }
        }
        return names;
    }
}
