package org.offtake.etl.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The one session that all tests of the module share; it is tuned for tables of a few rows. */
public final class SharedSession {
    private static final AtomicReference<@Nullable SparkSession> SESSION = new AtomicReference<>();

    private SharedSession() {}

    public static synchronized SparkSession get() {
        SparkSession open = SESSION.get();
        if (open != null) {
            return open;
        }
        System.setProperty("spark.master", "local[2]");
        SparkSession session = Session.open(scratch());
        session.sparkContext().setLogLevel("ERROR");
        session.conf().set("spark.sql.shuffle.partitions", "1");
        session.conf().set("spark.sql.leafNodeDefaultParallelism", "1");
        session.conf().set("spark.sql.adaptive.enabled", "false");
        session.conf().set("spark.sql.codegen.wholeStage", "false");
        session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        SESSION.set(session);
        return session;
    }

    private static Path scratch() {
        try {
            Path scratch = Files.createTempDirectory("offtake-spark");
            scratch.toFile().deleteOnExit();
            return scratch;
        } catch (IOException full) {
            throw new UncheckedIOException("no folder for the working files of the session", full);
        }
    }
}
