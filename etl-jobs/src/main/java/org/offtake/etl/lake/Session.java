package org.offtake.etl.lake;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.apache.spark.sql.SparkSession;

/** The Spark session, tuned for small days on one machine; see docs/performance.md for what each line buys. */
public final class Session {
    private Session() {}

    /** Opens a session whose working files lie below the given folder. */
    public static SparkSession open(Path folder) {
        Path scratch = new Scratch(folder).own();
        SparkConf settings = new SparkConf()
                .setAppName("offtake")
                .setIfMissing("spark.master", "local[*]")
                .set("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .set("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.ansi.enabled", "true")
                .set("spark.sql.datetime.java8API.enabled", "true")
                .set("spark.sql.shuffle.partitions", "4")
                .set("spark.sql.legacy.parameterSubstitution.constantsOnly", "true")
                .set("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
                .set("spark.local.dir", scratch.toString())
                .set("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
                .set("spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFs.class.getName())
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.sql.ui.explainMode", "simple")
                .set("spark.driver.host", "localhost")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.databricks.delta.snapshotPartitions", "1")
                .set("spark.databricks.delta.properties.defaults.enableChangeDataFeed", "true")
                .set("spark.databricks.delta.properties.defaults.dataSkippingNumIndexedCols", "6")
                .set("spark.databricks.delta.properties.defaults.logRetentionDuration", "interval 3650 days")
                .set("spark.sql.inMemoryColumnarStorage.compressed", "false")
                .set("spark.sql.parquet.compression.codec", "zstd")
                .set("spark.sql.files.maxRecordsPerFile", "50000")
                .set("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED")
                .set("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
                .set("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED")
                .set("spark.sql.debug.maxToStringFields", "50");
        SparkContext context = SparkContext$.MODULE$.getActive().getOrElse(() -> new CompiledContext(settings));
        SparkSession session =
                SparkSession.builder().sparkContext(context).config(settings).getOrCreate();
        CompiledContext.keepNoBooks(session);
        OriginsOfSettings.forget(session.sparkContext().hadoopConfiguration());
        return session;
    }
}
