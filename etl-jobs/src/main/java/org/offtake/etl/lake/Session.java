package org.offtake.etl.lake;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The Spark session, tuned for small days on one machine; see docs/performance.md for what each line buys. */
public final class Session {
    private Session() {}

    /** Opens a session whose working files lie below the given folder. */
    public static SparkSession open(Path folder) {
        Path scratch = new Scratch(folder).own();
        SparkSession.Builder builder = SparkSession.builder().appName("offtake");
        if (System.getProperty("spark.master") == null) {
            builder = builder.master("local[*]");
        }
        SparkSession session = builder.config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.legacy.parameterSubstitution.constantsOnly", "true")
                .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
                .config("spark.local.dir", scratch.toString())
                .config("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
                .config("spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFs.class.getName())
                .config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", "false")
                .config("spark.sql.ui.explainMode", "simple")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.databricks.delta.properties.defaults.enableChangeDataFeed", "true")
                .config("spark.databricks.delta.properties.defaults.dataSkippingNumIndexedCols", "6")
                .config("spark.databricks.delta.properties.defaults.logRetentionDuration", "interval 3650 days")
                .config("spark.sql.inMemoryColumnarStorage.compressed", "false")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.files.maxRecordsPerFile", "50000")
                .config("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED")
                .config("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
                .config("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED")
                .config("spark.sql.debug.maxToStringFields", "50")
                .getOrCreate();
        OriginsOfSettings.forget(session.sparkContext().hadoopConfiguration());
        return session;
    }
}
