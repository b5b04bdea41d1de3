package org.offtake.schedules.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.offtake.schedules.Commands.Outcome;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** The tries of steps in {@code app.schedule_attempt}; each write stands at once. */
record Attempts(Database database) {
    /** Begins a try of a step, and gives its number. */
    int begins(LocalRun run, String step, Instant now) {
        String sql = """
            insert into app.schedule_attempt (schedule_run_id, attempt, step_name, started_at)
            select ?, coalesce(max(attempt), 0) + 1, ?, ? from app.schedule_attempt where schedule_run_id = ?
            returning attempt
            """;
        return number(sql, run.number(), step, ScheduleRuns.at(now), run.number());
    }

    void ends(LocalRun run, int attempt, Instant now, Outcome outcome) {
        String sql = "update app.schedule_attempt set finished_at = ?, exit_code = ?, message = ?"
                + " where schedule_run_id = ? and attempt = ? returning attempt";
        int written = number(sql, ScheduleRuns.at(now), outcome.exitCode(), outcome.said(), run.number(), attempt);
        if (written != attempt) {
            throw new IllegalStateException("try " + attempt + " of run " + run.number() + " is gone");
        }
    }

    /** How often this step of the run has ended without being done. */
    int failures(LocalRun run, String step) {
        return number(
                "select count(*)::int from app.schedule_attempt"
                        + " where schedule_run_id = ? and step_name = ? and attempt > ? and exit_code <> 0",
                run.number(),
                step,
                run.forgiven());
    }

    /** How often this step of the run began and never ended, as its process was ended. */
    int killed(LocalRun run, String step) {
        return number(
                "select count(*)::int from app.schedule_attempt"
                        + " where schedule_run_id = ? and step_name = ? and attempt > ? and finished_at is null",
                run.number(),
                step,
                run.forgiven());
    }

    private int number(String sql, Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = ScheduleRuns.prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write app.schedule_attempt in " + database, failure);
        }
    }
}
