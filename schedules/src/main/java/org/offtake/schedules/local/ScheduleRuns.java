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
import org.jspecify.annotations.Nullable;
import org.offtake.schedules.Commands.Outcome;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** The runs of schedules in {@code app.schedule_run}; each write stands at once. */
public record ScheduleRuns(Database database) {
    private static final String COLUMNS = "select schedule_run_id, schedule_name, run_key, cause, planned_at,"
            + " business_date, status, steps_done, passed_over, started_at, finished_at, message"
            + " from app.schedule_run ";

    /** The run of this key, made when there is none. */
    ScheduleRun open(Request request) {
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

    Optional<ScheduleRun> find(String schedule, String key) {
        return read(COLUMNS + "where schedule_name = ? and run_key = ?", schedule, key).stream()
                .findFirst();
    }

    /** The run of this number; refuses one that is not this schedule's. */
    public ScheduleRun get(String schedule, long id) {
        return read(COLUMNS + "where schedule_name = ? and schedule_run_id = ?", schedule, id).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        schedule + " has no run " + id + "; `offtake schedule status " + schedule + "` lists them"));
    }

    /** The newest runs of a schedule, the newest first. */
    public List<ScheduleRun> newest(String schedule, int count) {
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
                .map(ScheduleRun::plannedAt)
                .findFirst();
    }

    void starts(ScheduleRun run, Instant now) {
        write(
                "update app.schedule_run set status = 'running', started_at = coalesce(started_at, ?), message = null"
                        + " where schedule_run_id = ?",
                at(now),
                run.id());
    }

    void waits(ScheduleRun run, String why) {
        write("update app.schedule_run set status = 'waiting', message = ? where schedule_run_id = ?", why, run.id());
    }

    void ends(ScheduleRun run, Status status, Instant now, @Nullable String message) {
        write(
                "update app.schedule_run set status = ?, finished_at = ?, message = ? where schedule_run_id = ?",
                status.written(),
                at(now),
                message,
                run.id());
    }

    /** Takes back that a run has ended. */
    void reopen(ScheduleRun run) {
        write(
                "update app.schedule_run set status = 'waiting', finished_at = null, message = 'it is run again'"
                        + " where schedule_run_id = ?",
                run.id());
        write("delete from app.schedule_attempt where schedule_run_id = ? and finished_at is null", run.id());
    }

    void stepDone(ScheduleRun run, int stepsDone) {
        write("update app.schedule_run set steps_done = ? where schedule_run_id = ?", stepsDone, run.id());
    }

    /** Begins a try of a step, and gives its number. */
    int attempt(ScheduleRun run, String step, Instant now) {
        String sql = """
            insert into app.schedule_attempt (schedule_run_id, attempt, step_name, started_at)
            select ?, coalesce(max(attempt), 0) + 1, ?, ? from app.schedule_attempt where schedule_run_id = ?
            returning attempt
            """;
        return number(sql, run.id(), step, at(now), run.id());
    }

    void attempted(ScheduleRun run, int attempt, Instant now, Outcome outcome) {
        write(
                "update app.schedule_attempt set finished_at = ?, exit_code = ?, message = ?"
                        + " where schedule_run_id = ? and attempt = ?",
                at(now),
                outcome.exitCode(),
                outcome.said(),
                run.id(),
                attempt);
    }

    /** How often this step of the run ended with this code. */
    int ended(ScheduleRun run, String step, int exitCode) {
        return number(
                "select count(*)::int from app.schedule_attempt"
                        + " where schedule_run_id = ? and step_name = ? and exit_code = ?",
                run.id(),
                step,
                exitCode);
    }

    /** How often this step of the run began and never ended, as its process was ended. */
    int killed(ScheduleRun run, String step) {
        return number(
                "select count(*)::int from app.schedule_attempt"
                        + " where schedule_run_id = ? and step_name = ? and finished_at is null",
                run.id(),
                step);
    }

    private int number(String sql, Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write app.schedule_attempt in " + database, failure);
        }
    }

    private void write(String sql, @Nullable Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write app.schedule_run in " + database, failure);
        }
    }

    private List<ScheduleRun> read(String sql, Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<ScheduleRun> runs = new ArrayList<>();
            while (row.next()) {
                runs.add(run(row));
            }
            return runs;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read app.schedule_run in " + database, failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ScheduleRun run(ResultSet row) throws SQLException {
        return new ScheduleRun(
                row.getLong("schedule_run_id"),
                row.getString("schedule_name"),
                row.getString("run_key"),
                Cause.of(row.getString("cause")),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                row.getObject("business_date", LocalDate.class),
                Status.of(row.getString("status")),
                row.getInt("steps_done"),
                row.getInt("passed_over"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                Optional.ofNullable(row.getString("message")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
