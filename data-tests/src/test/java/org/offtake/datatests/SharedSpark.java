package org.offtake.datatests;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.lake.Session;

/** One session for all tests of this module; its settings are those of production, but for the few rows of a test. */
public final class SharedSpark {
    private SharedSpark() {}

    public static SparkSession session() {
        SparkSession session =
                Session.open(Path.of("target", "scratch").toAbsolutePath()).newSession();
        session.conf().set("spark.sql.shuffle.partitions", "1");
        return session;
    }

    /** For many small steps: nothing is compiled for a hundred rows. */
    public static SparkSession forFewRows() {
        SparkSession session = session();
        session.conf().set("spark.sql.adaptive.enabled", "false");
        session.conf().set("spark.sql.codegen.wholeStage", "false");
        session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        return session;
    }
}
