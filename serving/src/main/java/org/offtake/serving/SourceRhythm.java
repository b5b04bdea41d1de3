package org.offtake.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * When a source table is due and what a day of it usually brings, a row of {@code app.source_rhythm}; days are local to the company.
 *
 * @param due the last day on which the next delivery has usually come
 * @param records of the newest day that is over
 * @param least the fewest of a day before it
 * @param most the most of a day before it
 */
public record SourceRhythm(
        String system, String table, LocalDate last, LocalDate due, long records, long least, long most) {
    /** A day brings so many times more, or less, than any other before it is odd. */
    private static final int TIMES = 2;

    public boolean isLate(LocalDate today) {
        return today.isAfter(due);
    }

    public boolean isFew() {
        return records * TIMES < least;
    }

    public boolean isMany() {
        return records > most * TIMES;
    }

    /** All that is known, in the place of what was. */
    public static void write(Database database, List<SourceRhythm> rhythms) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (Statement delete = connection.createStatement();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into app.source_rhythm values (?, ?, ?, ?, ?, ?, ?)")) {
                delete.executeUpdate("delete from app.source_rhythm");
                for (SourceRhythm rhythm : rhythms) {
                    insert.setString(1, rhythm.system());
                    insert.setString(2, rhythm.table());
                    insert.setObject(3, rhythm.last());
                    insert.setObject(4, rhythm.due());
                    insert.setLong(5, rhythm.records());
                    insert.setLong(6, rhythm.least());
                    insert.setLong(7, rhythm.most());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write the rhythm of sources to " + database, failure);
        }
    }

    /** By system and table. */
    public static List<SourceRhythm> read(Connection connection) throws SQLException {
        String sql = "select source_system, source_table, last_date, due_date, record_count, least_count, most_count"
                + " from app.source_rhythm order by source_system, source_table";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<SourceRhythm> rhythms = new ArrayList<>();
            while (row.next()) {
                rhythms.add(new SourceRhythm(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
            }
            return rhythms;
        }
    }
}
