package org.offtake.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that takes readers from one run to the next; closed without {@link #commit} it leaves no trace.
 *
 * <p>It takes no lock that a reader would wait for: rows are deleted and inserted, tables are never truncated.
 */
public final class Publication implements AutoCloseable {
    private final Connection connection;
    private final long runId;
    private int staged;
    private boolean open = true;

    private Publication(Connection connection, long runId) {
        this.connection = connection;
        this.runId = runId;
    }

    /** Opens the transaction of a run that {@link Runs#start} opened, on a connection without one. */
    public static Publication begin(Connection connection, long runId) {
        try {
            if (!connection.getAutoCommit()) {
                throw ServingException.mistake("The connection of a publication is inside a transaction already."
                        + " Give it a connection of its own");
            }
            connection.setAutoCommit(false);
            return new Publication(connection, runId);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot begin the publication of run " + runId, failure);
        }
    }

    /** Copies rows to a temporary table shaped like these columns of the mart table. */
    public StagedRows stage(MartTable table, List<String> columns, Iterator<List<@Nullable Object>> rows) {
        String name = "staged_" + ++staged;
        StagedRows target = new StagedRows(table, name, columns, 0);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table " + Name.quoted(name) + " on commit drop as select "
                    + Name.list(columns) + " from " + table.sql() + " with no data");
            long count = CopyIn.write(connection, target.sql(), columns, rows);
            statement.execute("analyze " + target.sql());
            return new StagedRows(table, name, columns, count);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot stage rows for " + table, failure);
        }
    }

    /**
     * Puts staged rows in the place of all rows of these units; a unit without new rows is emptied.
     *
     * @param units one row per unit (repeats do no harm); null is a unit
     * @throws ServingException when a new row belongs to no unit, for it would stand beside an old one
     */
    public Replaced replaceUnits(StagedRows units, StagedRows rows) {
        refuseOtherTable(units, rows);
        try {
            refuseStrays(units, rows);
            return new Replaced(new UnitDelete(connection, units).run(), insert(rows));
        } catch (SQLException failure) {
            throw ServingException.of("Cannot replace " + units.rows() + " units of " + rows.table(), failure);
        }
    }

    /** Puts staged rows in the place of all rows of their table; readers keep the old ones until the commit. */
    public Replaced replaceAll(StagedRows rows) {
        try (Statement statement = connection.createStatement()) {
            long deleted =
                    statement.executeLargeUpdate("delete from " + rows.table().sql());
            long inserted = insert(rows);
            statement.execute("analyze " + rows.table().sql());
            return new Replaced(deleted, inserted);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot replace all rows of " + rows.table(), failure);
        }
    }

    /** Remembers what the publication of a model consumed, as JSON; see {@link Consumed}. */
    public void consumed(String model, String state) {
        Consumed.write(connection, model, state);
    }

    /** Ends the run as published, and lets readers see it. */
    public void commit(Map<String, TableVersion> manifest) {
        String sql = """
                update app.run
                set status = 'published',
                    finished_at = clock_timestamp(),
                    manifest = (
                        select coalesce(jsonb_object_agg(name, jsonb_build_object('version', version, 'id', id)), '{}')
                        from unnest(?::text[], ?::bigint[], ?::text[]) as entry (name, version, id))
                where run_id = ? and status = 'running'
                """;
        List<Map.Entry<String, TableVersion>> entries = List.copyOf(manifest.entrySet());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", entries.stream().map(Map.Entry::getKey).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            entries.stream()
                                    .map(entry -> entry.getValue().version())
                                    .toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            entries.stream().map(entry -> entry.getValue().id()).toArray()));
            statement.setLong(4, runId);
            if (statement.executeUpdate() != 1) {
                throw Runs.notRunning(runId);
            }
            connection.commit();
            open = false;
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot commit the publication of run " + runId, failure);
        }
    }

    /** Takes everything back unless it was committed. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            VerbLock.close(connection); // without its session the transaction does not stand either
        }
    }

    private long insert(StagedRows rows) throws SQLException {
        String columns = Name.list(rows.columns());
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate("insert into " + rows.table().sql() + " (" + columns + ") select "
                    + columns + " from " + rows.sql());
        }
    }

    private void refuseStrays(StagedRows units, StagedRows rows) throws SQLException {
        String columns = Name.list(units.columns());
        try (Statement statement = connection.createStatement();
                ResultSet strays = statement.executeQuery("select count(*) from (select " + columns + " from "
                        + rows.sql() + " except select " + columns + " from " + units.sql() + ") as stray")) {
            strays.next();
            if (strays.getLong(1) > 0) {
                throw ServingException.mistake(strays.getLong(1) + " units have new rows for " + rows.table()
                        + " but are not among the " + units.rows() + " units to replace. Name them as changed too");
            }
        }
    }

    private static void refuseOtherTable(StagedRows units, StagedRows rows) {
        if (!units.table().equals(rows.table())) {
            throw ServingException.mistake("The units are of " + units.table() + " and the rows are for " + rows.table()
                    + ". Stage both for the same table");
        }
    }
}
