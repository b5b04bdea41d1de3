package org.offtake.schedules.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.offtake.schedules.Cause;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Status;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** The runs of schedules in {@code app.schedule_run}; each write stands at once. */
record ScheduleRuns(Database database) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String COLUMNS = "select schedule_run_id, schedule_name, run_key, cause, planned_at,"
            + " business_date, status, steps_done, passed_over, started_at, finished_at, message, attempts_forgiven"
            + " from app.schedule_run ";

    /** The run of this key, made when there is none. */
    LocalRun open(Request request) {
        String insert = """
            insert into app.schedule_run
                (schedule_name, run_key, cause, planned_at, business_date, status, passed_over)
            values (?, ?, ?, ?, ?, 'planned', ?)
            on conflict (schedule_name, run_key) do nothing
            """;
        write(
                insert,
                request.schedule(),
                request.key(),
                request.cause().written(),
                at(request.plannedAt()),
                request.businessDate(),
                request.passedOver());
        return find(request.schedule(), request.key())
                .orElseThrow(() -> new IllegalStateException("a run that was just made is gone: " + request));
    }

    Optional<LocalRun> find(String schedule, String key) {
        return read(COLUMNS + "where schedule_name = ? and run_key = ?", schedule, key).stream()
                .findFirst();
    }

    /** The run of this number; refuses one that is not this schedule's. */
    LocalRun get(String schedule, String number) {
        return (NUMBER.matcher(number).matches()
                        ? read(
                                COLUMNS + "where schedule_name = ? and schedule_run_id = ?",
                                schedule,
                                Long.parseLong(number))
                        : List.<LocalRun>of())
                .stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(schedule + " has no run " + number
                                + "; `offtake schedule status " + schedule + "` lists them"));
    }

    /** The newest runs of a schedule, the newest first. */
    List<LocalRun> newest(String schedule, int count) {
        return read(
                COLUMNS + "where schedule_name = ? order by planned_at desc, schedule_run_id desc limit ?",
                schedule,
                count);
    }

    /** The last planned time of the schedule that anything was done about. */
    Optional<Instant> lastPlanned(String schedule) {
        return read(
                        COLUMNS + "where schedule_name = ? and cause = 'schedule' order by planned_at desc limit 1",
                        schedule)
                .stream()
                .map(found -> found.run().plannedAt())
                .findFirst();
    }

    void starts(LocalRun run, Instant now) {
        write(
                "update app.schedule_run set status = 'running', started_at = coalesce(started_at, ?), message = null"
                        + " where schedule_run_id = ?",
                at(now),
                run.number());
    }

    void waits(LocalRun run, String why) {
        write(
                "update app.schedule_run set status = 'waiting', message = ? where schedule_run_id = ?",
                why,
                run.number());
    }

    void ends(LocalRun run, Status status, Instant now, @Nullable String message) {
        write(
                "update app.schedule_run set status = ?, finished_at = ?, message = ? where schedule_run_id = ?",
                status.written(),
                at(now),
                message,
                run.number());
    }

    /** Ends a run whose steps are done, with what was not there in them. */
    void done(LocalRun run, Instant now) {
        write(
                "update app.schedule_run set status = 'done', finished_at = ?, message = shortcomings"
                        + " where schedule_run_id = ?",
                at(now),
                run.number());
    }

    /** Takes back that a run has ended; its steps have all their tries again. */
    void reopen(LocalRun run) {
        String sql = """
            update app.schedule_run
            set status = 'waiting', finished_at = null, message = 'it is run again', attempts_forgiven = (
                select coalesce(max(attempt), 0)
                from app.schedule_attempt
                where schedule_attempt.schedule_run_id = schedule_run.schedule_run_id)
            where schedule_run_id = ?
            """;
        write(sql, run.number());
    }

    /** @param shortcoming what was not there in the last of them; null when all was */
    void stepsDone(LocalRun run, int stepsDone, @Nullable String shortcoming) {
        write(
                "update app.schedule_run set steps_done = ?,"
                        + " shortcomings = nullif(concat_ws('; ', shortcomings, ?::text), '') where schedule_run_id = ?",
                stepsDone,
                shortcoming,
                run.number());
    }

    private void write(String sql, @Nullable Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write app.schedule_run in " + database, failure);
        }
    }

    private List<LocalRun> read(String sql, Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<LocalRun> runs = new ArrayList<>();
            while (row.next()) {
                runs.add(run(row));
            }
            return runs;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read app.schedule_run in " + database, failure);
        }
    }

    static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static LocalRun run(ResultSet row) throws SQLException {
        ScheduleRun run = new ScheduleRun(
                row.getString("schedule_run_id"),
                row.getString("schedule_name"),
                Cause.of(row.getString("cause")),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                row.getObject("business_date", LocalDate.class),
                Status.of(row.getString("status")),
                row.getInt("steps_done"),
                row.getInt("passed_over"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                Optional.ofNullable(row.getString("message")));
        return new LocalRun(
                row.getLong("schedule_run_id"), row.getString("run_key"), row.getInt("attempts_forgiven"), run);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
