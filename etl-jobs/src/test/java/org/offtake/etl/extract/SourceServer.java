package org.offtake.etl.extract;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.offtake.serving.Database;
import org.offtake.serving.EmbeddedPostgres;

/** The database of a source system, empty for each test class, on one server that the build folder keeps. */
public final class SourceServer implements BeforeAllCallback, AfterAllCallback {
    private static final Path HOME = Path.of("target", "source-database-" + System.getProperty("offtake.fork", "1"));

    private final String name = "source_" + UUID.randomUUID().toString().replace('-', '_');
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

    public Database database() {
        Database owner = server.database();
        return new Database(
                owner.url().substring(0, owner.url().lastIndexOf('/') + 1) + name, owner.user(), owner.password());
    }

    /** Runs statements in it, each committed for itself. */
    public void run(String... statements) {
        run(database(), statements);
    }

    private static void run(Database database, String... statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
