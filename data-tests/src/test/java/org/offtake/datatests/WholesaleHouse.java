package org.offtake.datatests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.run.Pipeline;
import org.offtake.etl.run.Progress;
import org.offtake.etl.run.WholeRun;
import org.offtake.models.Library;
import org.offtake.serving.Database;
import org.offtake.serving.Migrations;

/** A house of the wholesaler alone, with the models as they are shipped, that publishes into a database. */
public record WholesaleHouse(Path drop, Configuration configuration, Library library, Lake lake, Database database) {
    private static final Path MIGRATIONS = Checkout.root().resolve("models/migrations");

    public static WholesaleHouse in(Path folder, Database database) throws IOException {
        Path settings = folder.resolve("offtake.yml");
        Path drop = Files.createDirectories(folder.resolve("drop/wholesale"));
        Files.writeString(settings, """
                company: {code: wholesale, zone: Europe/Amsterdam, currency: EUR}
                home: work
                sources:
                  wholesale: {folder: drop/wholesale}
                """);
        Configuration configuration = Configuration.read(settings, Map.of());
        Lake lake = new Lake(SharedSpark.forFewRows(), configuration.lake());
        return new WholesaleHouse(drop, configuration, Checkout.library(), lake, database);
    }

    /** A whole run, the register of signals with it. */
    public void run(LocalDate businessDate) {
        Pipeline pipeline = new Pipeline(
                configuration, library, () -> lake, this::register, businessDate, Clock.systemUTC(), Progress.silent());
        new WholeRun(pipeline, () -> database, MIGRATIONS).run();
    }

    private Optional<Database> register() {
        Migrations.migrate(database, MIGRATIONS);
        return Optional.of(database);
    }
}
