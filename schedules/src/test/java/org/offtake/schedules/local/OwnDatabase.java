package org.offtake.schedules.local;

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
import org.offtake.serving.Database;
import org.offtake.serving.EmbeddedPostgres;
import org.offtake.serving.Migrations;

/** A migrated database of a test's own, on a server that the build folder keeps between runs. */
public final class OwnDatabase implements AutoCloseable {
    private static final Path HOME = Path.of("target", "postgres-for-tests");

    private final EmbeddedPostgres server = EmbeddedPostgres.start(HOME, 0);
    private final String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
    private final Database database;

    public OwnDatabase() throws IOException {
        run(server.database(), "create database " + name);
        String url = server.database().url();
        database = new Database(
                url.substring(0, url.lastIndexOf('/') + 1) + name,
                server.database().user(),
                server.database().password());
        Path noMarts = Files.createTempDirectory("no-marts");
        Migrations.migrate(database, noMarts);
        Files.delete(noMarts);
    }

    public Database database() {
        return database;
    }

    /** The first column of what is selected, as text. */
    public List<String> column(String select) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(String.valueOf(row.getString(1)));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void run(Database database, String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        run(server.database(), "drop database " + name + " with (force)");
        server.close();
    }
}
