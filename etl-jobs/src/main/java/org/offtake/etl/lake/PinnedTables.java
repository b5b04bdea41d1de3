package org.offtake.etl.lake;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Versions of tables with the list of their files, worked out once.
 *
 * <p>Delta asks Spark for the files of a table anew at each scan of each query: on small days that costs more than the
 * rows do. Where the checksum file that was written with a commit lists them, Spark is not asked at all. A version never changes, so a short list is kept; a long one is left to Delta, which skips files by their
 * statistics.
 */
public final class PinnedTables {
    /** Above this number of files skipping some of them is worth asking for. */
    private static final int FEW_FILES = 64;

    private static final int REMEMBERED = 512;

    private final Map<String, Pinned> remembered = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pinned> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Pinned(Snapshot snapshot, Optional<Seq<AddFile>> files) {}

    Dataset<Row> read(SparkSession spark, Path table, long version) {
        Pinned pinned = pinned(spark, table, version);
        if (pinned.files().isEmpty()) {
            return spark.read().format("delta").option("versionAsOf", version).load(table.toString());
        }
        return rows(pinned.snapshot(), pinned.files().get());
    }

    /** The files of a version, where they are few. */
    Optional<List<AddFile>> files(SparkSession spark, Path table, long version) {
        return pinned(spark, table, version).files().map(files -> List.copyOf(CollectionConverters.asJava(files)));
    }

    /** The files of a version that may hold rows of the units, where they are few; of a short list all. */
    Optional<List<AddFile>> files(SparkSession spark, Path table, long version, UnitSet units) {
        Pinned pinned = pinned(spark, table, version);
        if (pinned.files().isPresent()) {
            return files(spark, table, version);
        }
        return UnitFiles.of(units)
                .map(wanted -> pinned.snapshot().allFiles().collectAsList().stream()
                        .filter(wanted::mayBeIn)
                        .toList())
                .filter(files -> files.size() <= FEW_FILES);
    }

    /** The rows of some of the files of a version. */
    Dataset<Row> read(SparkSession spark, Path table, long version, List<AddFile> files) {
        return rows(
                pinned(spark, table, version).snapshot(),
                CollectionConverters.asScala(files).toSeq());
    }

    private static Dataset<Row> rows(Snapshot snapshot, Seq<AddFile> files) {
        DeltaLog log = snapshot.deltaLog();
        return log.createDataFrame(snapshot, files, false, log.createDataFrame$default$4());
    }

    /** Two threads that ask at once both work it out: that costs less than one waiting for all others. */
    private Pinned pinned(SparkSession spark, Path table, long version) {
        String name = table + "@" + version;
        Pinned known = remembered.get(name);
        if (known != null) {
            return known;
        }
        Pinned pinned = pin(spark, table, version);
        remembered.put(name, pinned);
        return pinned;
    }

    private static Pinned pin(SparkSession spark, Path table, long version) {
        DeltaLog log = DeltaLog.forTable(spark, table.toString());
        Snapshot newest = log.unsafeVolatileSnapshot();
        Snapshot snapshot = newest.version() == version
                ? newest
                : log.getSnapshotAt(
                        version,
                        log.getSnapshotAt$default$2(),
                        log.getSnapshotAt$default$3(),
                        log.getSnapshotAt$default$4());
        return new Pinned(snapshot, Optional.of(files(snapshot)).filter(files -> files.size() <= FEW_FILES));
    }

    /** As the checksum file of the version tells them; one that has none, or too many files, is left to Spark. */
    private static Seq<AddFile> files(Snapshot snapshot) {
        return OptionConverters.toJava(snapshot.checksumOpt())
                .flatMap(checksum -> OptionConverters.toJava(checksum.allFiles()))
                .orElseGet(() -> CollectionConverters.asScala(
                                snapshot.allFiles().limit(FEW_FILES + 1).collectAsList())
                        .toSeq());
    }
}
