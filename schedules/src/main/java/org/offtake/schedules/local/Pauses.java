package org.offtake.schedules.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** Schedules that pass over their times for now, in {@code app.schedule_pause}. */
record Pauses(Database database) {
    /** Pauses a schedule; the reason of an earlier pause gives way. */
    void pause(String schedule, Instant now, String by, String reason) {
        String sql = """
            insert into app.schedule_pause (schedule_name, paused_at, paused_by, reason) values (?, ?, ?, ?)
            on conflict (schedule_name) do update
            set paused_at = excluded.paused_at, paused_by = excluded.paused_by, reason = excluded.reason, resumed_at = null
            """;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schedule);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setString(3, by);
            statement.setString(4, reason);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot pause " + schedule + " in " + database, failure);
        }
    }

    /** Whether it was paused. */
    boolean resume(String schedule, Instant now) {
        String sql = "update app.schedule_pause set resumed_at = ? where schedule_name = ? and resumed_at is null";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setString(2, schedule);
            return statement.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot resume " + schedule + " in " + database, failure);
        }
    }

    /** When its last pause ended; empty when it had none, or is paused. */
    Optional<Instant> resumed(String schedule) {
        String sql = "select resumed_at from app.schedule_pause where schedule_name = ? and resumed_at is not null";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schedule);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see when " + schedule + " was resumed in " + database, failure);
        }
    }

    /** Since when, by whom and why, for people; empty when it is not paused. */
    Optional<String> of(String schedule) {
        String sql =
                "select 'paused since ' || to_char(paused_at, 'YYYY-MM-DD HH24:MI') || ' UTC by ' || paused_by || ': ' || reason"
                        + " from app.schedule_pause where schedule_name = ? and resumed_at is null";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schedule);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see whether " + schedule + " is paused in " + database, failure);
        }
    }
}
