package org.offtake.serving;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Writes rows into a table in bulk (COPY), all or nothing. */
public final class CopyIn {
    private static final int FLUSH_CHARACTERS = 1 << 16;

    private CopyIn() {}

    /**
     * Copies all rows, in the order of the columns; values are String, Long, Integer, BigDecimal, Boolean, LocalDate,
     * Instant (cut to microseconds), Double or null.
     *
     * @param target a table as SQL names it, such as {@code mart.kpi_revenue}
     * @return how many rows were written
     * @throws ServingException naming row and column when a value cannot be stored; nothing is written then
     */
    public static long write(
            Connection connection, String target, List<String> columns, Iterator<List<@Nullable Object>> rows) {
        String sql = "copy " + target + " (" + Name.list(columns) + ") from stdin";
        try {
            org.postgresql.copy.CopyIn copy =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                return write(copy, new CopyText(target, columns), rows);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot copy rows into " + target, failure);
        }
    }

    private static long write(org.postgresql.copy.CopyIn copy, CopyText text, Iterator<List<@Nullable Object>> rows)
            throws SQLException {
        while (rows.hasNext()) {
            text.add(rows.next());
            if (text.length() > FLUSH_CHARACTERS) {
                send(copy, text);
            }
        }
        send(copy, text);
        long written = copy.endCopy();
        if (written != text.rows()) {
            throw ServingException.mistake("PostgreSQL counted " + written + " rows of the " + text.rows()
                    + " sent. Report this with the table's name");
        }
        return written;
    }

    private static void send(org.postgresql.copy.CopyIn copy, CopyText text) throws SQLException {
        byte[] bytes = text.take().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}
