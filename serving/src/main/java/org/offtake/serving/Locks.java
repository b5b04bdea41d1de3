package org.offtake.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** One holder per verb among all machines that work on one database; PostgreSQL drops the lock with its session. */
public final class Locks {
    /** Tells our advisory locks from those of other programs. */
    static final int OURS = 0x0FF7A4E;

    private Locks() {}

    /** Takes the lock when nobody holds it; it keeps a connection of its own until it is closed. */
    public static Optional<VerbLock> tryAcquire(Database database, String verb) {
        String process =
                "offtake " + verb + ", process " + ProcessHandle.current().pid();
        Connection connection = database.connect(process);
        boolean taken = false;
        try {
            taken = lock(connection, verb);
            return taken ? Optional.of(new VerbLock(connection, verb)) : Optional.empty();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot take the lock of '" + verb + "' in " + database, failure);
        } finally {
            if (!taken) {
                VerbLock.close(connection);
            }
        }
    }

    /** Takes the lock, or refuses with the process that holds it (worth a retry). */
    public static VerbLock acquire(Database database, String verb) {
        return tryAcquire(database, verb).orElseThrow(() -> busy(database, verb));
    }

    /** Who holds the lock, as {@code offtake <verb>, process <pid>}. */
    public static Optional<String> holder(Database database, String verb) {
        String sql = """
                select session.application_name
                from pg_locks as held
                join pg_stat_activity as session on session.pid = held.pid
                where held.locktype = 'advisory'
                  and held.granted
                  and held.database = (select oid from pg_database where datname = current_database())
                  and held.classid::bigint = ?
                  and held.objid::bigint = ?
                """;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, OURS);
            statement.setLong(2, Integer.toUnsignedLong(verb.hashCode()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see who holds the lock of '" + verb + "' in " + database, failure);
        }
    }

    private static boolean lock(Connection connection, String verb) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, OURS);
            statement.setInt(2, verb.hashCode());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static ServingException busy(Database database, String verb) {
        String who = holder(database, verb).orElse("another process, just gone,");
        return ServingException.away("'" + verb + "' is already at work on " + database.url() + ": " + who
                + " holds the lock. Wait until it is done, or stop it, then try again");
    }
}
