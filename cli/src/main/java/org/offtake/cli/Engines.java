package org.offtake.cli;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.lake.Session;
import org.offtake.serving.EmbeddedPostgres;

/** What is slow to start, and may outlive a command: Spark, and the embedded PostgreSQL; each started when first needed. */
final class Engines implements AutoCloseable {
    private @Nullable SparkSession spark;
    private @Nullable EmbeddedPostgres postgres;

    /** A session that works; one that was stopped is not given again. */
    synchronized SparkSession spark(Path scratch) {
        if (spark == null || spark.sparkContext().isStopped()) {
            spark = Session.open(scratch);
        }
        return spark;
    }

    synchronized EmbeddedPostgres postgres(Path home, int port) {
        if (postgres == null) {
            postgres = EmbeddedPostgres.start(home, port);
        }
        return postgres;
    }

    @Override
    public synchronized void close() {
        if (spark != null) {
            spark.stop();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
