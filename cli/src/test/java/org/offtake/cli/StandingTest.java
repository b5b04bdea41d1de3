package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.serving.Database;
import org.offtake.serving.EmbeddedPostgres;
import org.offtake.serving.Migrations;
import org.offtake.serving.Publication;
import org.offtake.serving.Runs;

/** Whoever asks for the status is told which figures the readers see, and why they are not the newest. */
class StandingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final String name = "standing_" + UUID.randomUUID().toString().replace('-', '_');
    private final EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("target", "postgres-for-tests"), 0);
    private final Database database = new Database(
            server.database().url().replaceFirst("/[^/]*$", "/" + name),
            server.database().user(),
            server.database().password());

    @BeforeEach
    void create() throws SQLException {
        execute("create database " + name);
    }

    @AfterEach
    void drop() throws SQLException {
        execute("drop database " + name + " with (force)");
        server.close();
    }

    @Test
    void a_failure_is_told_with_its_rule_and_since_when_until_a_run_publishes(@TempDir Path noMarts)
            throws SQLException {
        assertThat(Standing.of(database).lines()).containsExactly("readers see no figures yet");
        Migrations.migrate(database, noMarts);
        long first = publish(MONDAY);
        String seen = "readers see the figures of 2026-03-02 (run " + first + ")";
        assertThat(Standing.of(database).lines()).containsExactly(seen);

        long second = Runs.start(database, MONDAY.plusDays(1));
        Runs.fail(database, second, "1 rules are broken\n  gold.fact: 3 rows break \"amount > 0\"");
        long third = Runs.start(database, MONDAY.plusDays(2));
        Runs.fail(database, third, "1 rules are broken\n  gold.fact: 4 rows break \"amount > 0\"");
        Standing failed = Standing.of(database);
        assertThat(failed.lines())
                .containsExactly(
                        seen,
                        "WARNING nothing was published since "
                                + failed.failure().orElseThrow().since()
                                + " (2 runs failed), so these stay; the last one was run " + third
                                + " for 2026-03-04:",
                        "  1 rules are broken",
                        "    gold.fact: 4 rows break \"amount > 0\"");
        try (Connection connection = database.connect()) {
            assertThat(failed.failure().orElseThrow().since())
                    .isEqualTo(Runs.find(connection, second)
                            .orElseThrow()
                            .finishedAt()
                            .orElseThrow());
        }

        long fourth = publish(MONDAY.plusDays(2));
        assertThat(Standing.of(database).lines())
                .containsExactly("readers see the figures of 2026-03-04 (run " + fourth + ")");
    }

    private long publish(LocalDate day) throws SQLException {
        long run = Runs.start(database, day);
        try (Connection connection = database.connect();
                Publication publication = Publication.begin(connection, run)) {
            publication.commit(Map.of());
        }
        return run;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
