package org.offtake.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.offtake.serving.Database;
import org.offtake.serving.EmbeddedPostgres;
import org.offtake.serving.Migrations;
import org.offtake.serving.Publication;
import org.offtake.serving.Roles;
import org.offtake.serving.Runs;

/** A database of its own per test class, on one embedded server that the build folder keeps. */
final class Warehouse implements BeforeAllCallback, AfterAllCallback {
    static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 21);
    static final Path DASHBOARDS = Path.of(System.getProperty("offtake.house", ".."), "dashboards");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T23:30:00Z"), ZoneOffset.UTC);
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final List<Company> COMPANIES = List.of(
            new Company("groothandel", "Groothandel Van Dam", "EUR", ZONE),
            new Company("dagdeals", "Dagdeals", "EUR", ZONE),
            new Company("boutique", "Boutique Lente", "EUR", ZONE));

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private final String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
    private final EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("target", "postgres-for-tests"), 0);

    @Override
    public void beforeAll(ExtensionContext context) {
        run(server.database(), "create database " + name);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        run(
                server.database(),
                "drop database " + name + " with (force)",
                "drop role if exists " + Roles.account("management", name),
                "drop role if exists " + Roles.account("analysts", name));
        server.close();
    }

    void migrate() {
        Migrations.migrate(owner(), RESOURCES.resolve("mart-migrations"));
    }

    /** Tables, and one published run with all figures. */
    void fill() throws IOException {
        migrate();
        publish(Files.readString(RESOURCES.resolve("figures.sql")));
    }

    long publish(String... statements) {
        long run = Runs.start(owner(), BUSINESS_DATE);
        try (Connection connection = owner().connect();
                Publication publication = Publication.begin(connection, run)) {
            run(connection, statements);
            publication.commit(Map.of());
            return run;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    ViewerServer viewer() {
        return viewer(DASHBOARDS);
    }

    ViewerServer viewer(Path dashboards) {
        return ViewerServer.start(reader(), owner(), List.of(dashboards), 0, COMPANIES, CLOCK);
    }

    Database owner() {
        return named(server.database());
    }

    Database reader() {
        return named(server.readerDatabase());
    }

    private Database named(Database database) {
        String url = database.url().substring(0, database.url().lastIndexOf('/') + 1) + name;
        return new Database(url, database.user(), database.password());
    }

    /** Whether someone waits for an advisory lock, and so has taken a snapshot. */
    static boolean someoneWaits(Connection connection) throws SQLException {
        String sql = "select count(*) from pg_locks where locktype = 'advisory' and not granted";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1) > 0;
        }
    }

    void run(String... statements) {
        run(owner(), statements);
    }

    private static void run(Database database, String... statements) {
        try (Connection connection = database.connect()) {
            run(connection, statements);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
