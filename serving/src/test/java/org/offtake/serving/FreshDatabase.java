package org.offtake.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty database per test class, on an embedded server of this fork that the build folder keeps between runs. */
final class FreshDatabase implements BeforeAllCallback, AfterAllCallback {
    static final Path HOME = Path.of("target", "postgres-for-tests-" + System.getProperty("offtake.fork", "1"));

    private final String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
    private final EmbeddedPostgres server = EmbeddedPostgres.start(HOME, 0);

    @Override
    public void beforeAll(ExtensionContext context) {
        run(server.database(), "create database " + name);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        run(server.database(), "drop database " + name + " with (force)");
        server.close();
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

    /** A home of its own in this folder; only the programs are shared, for unpacking them takes seconds. */
    static Path homeIn(Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("a home"));
        Path programs = HOME.resolve("postgres").toAbsolutePath();
        PostgresBinaries.unpackInto(programs);
        Files.createSymbolicLink(home.resolve("postgres"), programs);
        return home;
    }

    static void run(Database database, String... statements) {
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

    /** Rows as text, values joined by a bar. */
    static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(row.getString(column)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    static List<String> rows(Database database, String sql) {
        try (Connection connection = database.connect()) {
            return rows(connection, sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
