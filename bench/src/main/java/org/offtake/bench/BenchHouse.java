package org.offtake.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.run.Pipeline;
import org.offtake.etl.run.WholeRun;
import org.offtake.models.Library;
import org.offtake.serving.EmbeddedPostgres;

/** A warehouse of its own with the wholesaler's orders, loaded by the command that users run. */
final class BenchHouse implements AutoCloseable {
    private final Path home;
    private final Path migrations;
    private final Configuration configuration;
    private final Library library;
    private final Lake lake;
    private final EmbeddedPostgres postgres;
    private final Clock clock;

    private BenchHouse(Path home, Path models, SparkSession spark, Clock clock) {
        this.home = home;
        this.migrations = models.resolve("migrations");
        this.configuration = Configuration.read(home.resolve("offtake.yml"), Map.of());
        this.library = Library.read(List.of(models));
        this.lake = new Lake(spark, configuration.lake());
        this.postgres = EmbeddedPostgres.start(configuration.home().resolve("postgres"), 0);
        this.clock = clock;
    }

    static BenchHouse make(Path home, Path models, SparkSession spark, Clock clock) {
        try {
            Files.createDirectories(home.resolve("drop"));
            Files.writeString(home.resolve("offtake.yml"), """
                    company: {code: wholesale, name: Bench, zone: Europe/Amsterdam, currency: EUR}
                    home: home
                    sources:
                      wholesale: {folder: drop}
                    """);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the bench cannot be made in " + home, unwritable);
        }
        return new BenchHouse(home, models, spark, clock);
    }

    OrderFiles files(long lines) {
        return new OrderFiles(home.resolve("drop"), lines);
    }

    Lake lake() {
        return lake;
    }

    Library library() {
        return library;
    }

    Path folder() {
        return home;
    }

    /** One run of the whole line, measured. */
    Measured run(String name, long rows, LocalDate businessDate) {
        Phases phases = new Phases();
        Pipeline pipeline =
                new Pipeline(configuration, library, () -> lake, Optional::empty, businessDate, clock, phases);
        return new Meter(configuration.home())
                .measure(name, rows, phases, () -> new WholeRun(pipeline, postgres::database, migrations).run());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
