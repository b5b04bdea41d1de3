package org.offtake.datatests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.offtake.datatests.Checkout;
import org.offtake.serving.Database;
import org.offtake.serving.EmbeddedPostgres;

/** Databases of a test on one embedded server that the build folder keeps. */
public final class Databases implements AutoCloseable {
    private static final Path HOME = Checkout.postgres();

    private EmbeddedPostgres server = EmbeddedPostgres.start(HOME, 0);

    /** An empty database. */
    public Database fresh() {
        return make("");
    }

    /**
     * A database that holds what another one holds, which nobody is connected to. By files: the other way copies sequences
     * so that a crash soon after turns them back.
     */
    Database copy(Database original) {
        return make(" template " + name(original) + " strategy file_copy");
    }

    void drop(Database database) {
        execute("drop database " + name(database) + " with (force)");
    }

    /** Ends the server as kill -9 does, without a word to anybody. */
    static void crash() {
        try {
            long pid = Long.parseLong(Files.readAllLines(HOME.resolve("data/postmaster.pid"))
                    .get(0)
                    .trim());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts the server again, on the port it had. */
    void startAgain() {
        server.close();
        server = EmbeddedPostgres.start(HOME, 0);
    }

    private Database make(String how) {
        String name = "faults_" + UUID.randomUUID().toString().replace('-', '_');
        execute("create database " + name + how);
        Database administration = server.database();
        String url = administration.url();
        return new Database(
                url.substring(0, url.lastIndexOf('/') + 1) + name, administration.user(), administration.password());
    }

    private static String name(Database database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    private void execute(String sql) {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
