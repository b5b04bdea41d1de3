package org.offtake.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schemas app and mart up to date, and renews what the reader may see.
 *
 * <p>Both histories live in schema app, so that mart holds nothing but what people asked for.
 */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies what was not yet applied; a second call changes nothing.
     *
     * @param martMigrations a folder of {@code V…__….sql} files whose statements name their schema ({@code mart.x})
     * @return how many files were applied
     * @throws ServingException naming the file that failed; earlier files stay applied
     */
    public static int migrate(Database database, Path martMigrations) {
        if (!Files.isDirectory(martMigrations)) {
            throw ServingException.mistake(
                    "There is no folder of mart migrations at " + martMigrations + ". Correct the path of the models");
        }
        prepareReader(database);
        int applied = apply(database, "app_history", flyway -> flyway.locations("classpath:db/app"));
        if (holdsMigrations(martMigrations)) {
            applied += apply(database, "mart_history", flyway -> flyway.locations(
                            "filesystem:" + martMigrations.toAbsolutePath())
                    .baselineOnMigrate(true) // the history of app is already in this schema
                    .baselineVersion("0"));
        }
        grantMart(database);
        return applied;
    }

    private static boolean holdsMigrations(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".sql"));
        } catch (IOException failure) {
            throw ServingException.mistake("Cannot read " + folder + ": " + failure + ". Check its rights", failure);
        }
    }

    private static int apply(Database database, String history, UnaryOperator<FluentConfiguration> where) {
        try (SharedConnection source = new SharedConnection()) {
            source.setUrl(database.url());
            source.setUser(database.user());
            source.setPassword(database.password());
            source.setApplicationName("offtake");
            source.setConnectTimeout(10);
            FluentConfiguration flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .loggers(FlywayLog.class.getName())
                    .dataSource(source)
                    .defaultSchema("app")
                    .table(history)
                    .validateMigrationNaming(true)
                    .placeholderReplacement(false);
            return where.apply(flyway).load().migrate().migrationsExecuted;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot migrate " + database, failure);
        } catch (FlywayException failure) {
            if (failure.getCause() instanceof SQLException cause) {
                ServingException told = ServingException.of("Cannot migrate " + database, cause);
                if (told.retry()) {
                    throw told;
                }
            }
            throw ServingException.mistake(
                    "Cannot migrate " + database + ": " + failure.getMessage()
                            + ". Correct the migration that is named; an applied one must not change",
                    failure);
        }
    }

    private static void prepareReader(Database database) {
        try (Connection connection = database.connect()) {
            Roles.createReader(connection);
        } catch (SQLException failure) {
            throw ServingException.of(
                    "Cannot create the role " + Roles.READER + " in " + database
                            + " (let an administrator run: create role " + Roles.READER + " login)",
                    failure);
        }
    }

    private static void grantMart(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false); // two at once would fail: one waits for the other
            statement.execute("select pg_advisory_xact_lock(" + Locks.OURS + ", " + "grant".hashCode() + ")");
            statement.execute("grant select on all tables in schema mart to " + Roles.READER);
            connection.commit();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot let " + Roles.READER + " read schema mart in " + database, failure);
        }
    }
}
