package org.offtake.schedules.alarm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** The alarms in {@code app.alarm}. */
record Alarms(Database database) {

    /** Raises what is new and ends what is over, in one transaction. */
    void settle(Watch.Seen seen, Instant now) {
        String raise = """
            insert into app.alarm (alarm_key, owner, what, reason, next_step, raised_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (alarm_key) where recovered_at is null do nothing
            """;
        String end = "update app.alarm set recovered_at = ? where recovered_at is null and not (alarm_key = any (?))";
        try (Connection connection = database.connect();
                PreparedStatement raising = connection.prepareStatement(raise);
                PreparedStatement ending = connection.prepareStatement(end)) {
            connection.setAutoCommit(false);
            for (Trouble trouble : seen.troubles()) {
                raising.setString(1, trouble.key());
                raising.setString(2, trouble.owner());
                raising.setString(3, trouble.what());
                raising.setString(4, trouble.reason());
                raising.setString(5, trouble.nextStep());
                raising.setObject(6, now.atOffset(ZoneOffset.UTC));
                raising.executeUpdate();
            }
            ending.setObject(1, now.atOffset(ZoneOffset.UTC));
            ending.setArray(2, connection.createArrayOf("text", seen.keys().toArray()));
            ending.executeUpdate();
            connection.commit();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write app.alarm in " + database, failure);
        }
    }

    /** What people are still to be told, the oldest first. Of what was over before anybody was told nobody is told. */
    List<Alarm> untold() {
        String select = """
            select alarm_id, owner, what, reason, next_step, raised_at, recovered_at
            from app.alarm
            where (recovered_at is null and told_at is null)
               or (recovered_at is not null and told_at is not null and recovery_told_at is null)
            order by alarm_id
            """;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(select);
                ResultSet row = statement.executeQuery()) {
            List<Alarm> alarms = new ArrayList<>();
            while (row.next()) {
                alarms.add(new Alarm(
                        row.getLong("alarm_id"),
                        row.getString("owner"),
                        row.getString("what"),
                        row.getString("reason"),
                        row.getString("next_step"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("recovered_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
            }
            return alarms;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read app.alarm in " + database, failure);
        }
    }

    void told(Alarm alarm, Instant now) {
        String column = alarm.recoveredAt().isPresent() ? "recovery_told_at" : "told_at";
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("update app.alarm set " + column + " = ? where alarm_id = ?")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setLong(2, alarm.id());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write app.alarm in " + database, failure);
        }
    }
}
