package org.offtake.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.run.Pipeline;
import org.offtake.etl.run.Progress;
import org.offtake.etl.run.WholeRun;
import org.offtake.etl.sidebyside.Once;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.serving.Database;
import org.offtake.serving.EmbeddedPostgres;
import org.offtake.serving.Migrations;

/** One configured warehouse: its library, and its lake and database, each opened when first needed. */
final class Warehouse implements AutoCloseable {
    private final House house;
    private final Configuration configuration;
    private final Library library;
    private final Engines engines;
    private final boolean closesEngines;
    private @Nullable Lake lake;
    private boolean migrated;

    private Warehouse(
            House house, Configuration configuration, Library library, Engines engines, boolean closesEngines) {
        this.house = house;
        this.configuration = configuration;
        this.library = library;
        this.engines = engines;
        this.closesEngines = closesEngines;
    }

    static Warehouse open(Path configurationFile) {
        return open(configurationFile, new Engines(), true);
    }

    /** The warehouse on engines that stay when it is closed. */
    static Warehouse open(Path configurationFile, Engines engines) {
        return open(configurationFile, engines, false);
    }

    private static Warehouse open(Path configurationFile, Engines engines, boolean closesEngines) {
        House house = House.here();
        if (!Files.exists(configurationFile)) {
            throw new ContractException(
                    configurationFile.toAbsolutePath(),
                    "there is no such file; name yours with --config FILE, such as --config "
                            + house.sampleConfiguration());
        }
        Configuration configuration = Configuration.read(configurationFile, System.getenv());
        return new Warehouse(house, configuration, house.library(configuration.models()), engines, closesEngines);
    }

    Configuration configuration() {
        return configuration;
    }

    Library library() {
        return library;
    }

    Engines engines() {
        return engines;
    }

    House house() {
        return house;
    }

    synchronized Lake lake() {
        if (lake == null) {
            lake = new Lake(engines.spark(configuration.home().resolve("scratch")), configuration.lake());
        }
        return lake;
    }

    Database database() {
        Configuration.Serving serving = configuration.serving();
        if (serving.url().isPresent()) {
            return new Database(
                    serving.url().get(),
                    serving.user().orElse("offtake"),
                    serving.password().orElse(""));
        }
        return embedded().database();
    }

    /** The database with all that this version keeps in it; brought there when it is first asked for. */
    synchronized Database migratedDatabase() {
        if (!migrated) {
            Migrations.migrate(database(), house.migrations());
            migrated = true;
        }
        return database();
    }

    /** The database as readers see it; with a server of one's own, the owner's account. */
    Database readerDatabase() {
        return configuration.serving().url().isPresent()
                ? database()
                : embedded().readerDatabase();
    }

    /** Whether there is a database to ask; asking must not make one. */
    boolean hasPublished() {
        return configuration.serving().url().isPresent()
                || Files.isDirectory(configuration.home().resolve("postgres").resolve("data"));
    }

    /** @param again what a next command has to be told to see the same warehouse */
    void refuseUnpublished(String again) {
        if (!hasPublished()) {
            throw new IllegalArgumentException("nothing is published yet: start with `offtake run" + again + "`");
        }
    }

    /** The database once there is one, with all that this version keeps in it. */
    private Optional<Database> register() {
        if (!hasPublished()) {
            return Optional.empty();
        }
        return Optional.of(migratedDatabase());
    }

    Pipeline pipeline(Optional<LocalDate> date) {
        return new Pipeline(
                configuration,
                library,
                this::lake,
                new Once<>(this::register),
                date.orElseGet(
                        () -> LocalDate.now(configuration.company().zone()).minusDays(1)),
                Clock.systemUTC(),
                Progress.onStandardError());
    }

    WholeRun run(Optional<LocalDate> date) {
        return new WholeRun(pipeline(date), this::database, house.migrations());
    }

    private EmbeddedPostgres embedded() {
        return engines.postgres(
                configuration.home().resolve("postgres"),
                configuration.serving().port());
    }

    @Override
    public void close() {
        if (closesEngines) {
            engines.close();
        }
    }
}
