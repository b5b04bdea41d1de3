package org.offtake.etl.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.SharedSession;
import org.offtake.models.TableName;

class MaintenanceTest {
    private static final TableName TABLE = TableName.parse("gold.fact_parts");
    private static final String SAFETY = "spark.databricks.delta.retentionDurationCheck.enabled";
    private static final StructType SCHEMA = StructType.fromDDL("part bigint");

    private final SparkSession spark = SharedSession.get();

    @TempDir
    private Path folder = Path.of(".");

    /** Delta takes times from the machine's clock, so files are made old instead of waiting. */
    @BeforeEach
    void allowShortTimes() {
        spark.conf().set(SAFETY, "false");
    }

    @AfterEach
    void forbidThem() {
        spark.conf().unset(SAFETY);
    }

    @Test
    void many_small_files_become_few_and_neither_rows_nor_changes_tell() {
        Lake lake = new Lake(spark, folder);
        spark.range(0, 40, 1, 40).toDF("part").write().format("delta").save(path(lake)); // a file each
        long before = lake.version(TABLE).orElseThrow();

        Maintenance.Result result =
                maintenance(lake, Map.of(), Duration.ofDays(7)).keepInShape(TABLE);

        long after = lake.version(TABLE).orElseThrow();
        assertThat(result.joined()).isEqualTo(40);
        assertThat(result.deleted()).as("they left the table just now").isZero();
        assertThat(lake.stored(TABLE, after).inputFiles()).hasSize(1);
        assertThat(parts(lake, after)).hasSize(40);
        assertThat(parts(lake, before)).hasSize(40);
        assertThat(lake.tellsChanges(TABLE, before, after)).isTrue();
        assertThat(lake.changes(TABLE, before, after).count()).isZero();
    }

    @Test
    void a_table_of_few_files_is_left_as_it_is() {
        Lake lake = new Lake(spark, folder);
        IntStream.range(0, 3)
                .forEach(part ->
                        rows(lake, part).write().format("delta").mode("append").save(path(lake)));

        Maintenance.Result result =
                maintenance(lake, Map.of(), Duration.ofDays(7)).keepInShape(TABLE);

        assertThat(result.told()).isEmpty();
        assertThat(lake.stored(TABLE).inputFiles()).hasSize(3);
        assertThat(lake.version(TABLE)).as("so that nobody reads it anew").hasValue(2);
    }

    @Test
    void what_left_a_table_long_ago_is_deleted_but_the_published_version_stays() throws IOException {
        Lake lake = new Lake(spark, folder);
        IntStream.range(0, 4).forEach(part -> rows(lake, part)
                .write()
                .format("delta")
                .mode("overwrite")
                .save(path(lake)));
        makeOld(lake, 1, Duration.ofDays(50));

        Maintenance keeping = maintenance(lake, Map.of(TABLE, 1L), Duration.ZERO);
        assertThat(keeping.tables()).containsExactly(TABLE);
        assertThat(keeping.keepInShape(TABLE).deleted())
                .as("nothing left it before version 1")
                .isZero();
        assertThat(parts(lake, 1)).containsExactly(1L);

        Maintenance.Result result =
                maintenance(lake, Map.of(TABLE, 3L), Duration.ZERO).keepInShape(TABLE);
        assertThat(result.deleted()).isEqualTo(3);
        assertThat(result.told())
                .hasValueSatisfying(told -> assertThat(told).startsWith("gold.fact_parts: 3 old files deleted"));
        assertThat(parts(lake, 3)).containsExactly(3L);
        assertThatThrownBy(() -> parts(lake, 1)).isInstanceOf(Exception.class);
    }

    private static Maintenance maintenance(Lake lake, Map<TableName, Long> published, Duration keep) {
        return new Maintenance(lake, published, keep, Clock.systemUTC());
    }

    private Dataset<Row> rows(Lake lake, long part) {
        return lake.spark()
                .createDataFrame(List.of(RowFactory.create(part)), SCHEMA)
                .coalesce(1);
    }

    private static String path(Lake lake) {
        return lake.path(TABLE).toString();
    }

    private static List<Long> parts(Lake lake, long version) {
        return lake.stored(TABLE, version).collectAsList().stream()
                .map(row -> row.getLong(0))
                .toList();
    }

    /** As if the version had been committed so long ago. */
    private static void makeOld(Lake lake, long version, Duration age) throws IOException {
        Path commit = lake.path(TABLE).resolve("_delta_log").resolve(String.format(Locale.ROOT, "%020d.json", version));
        Files.setLastModifiedTime(commit, FileTime.from(Instant.now().minus(age)));
        try (Stream<Path> data = Files.list(lake.path(TABLE))) {
            for (Path file : data.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age.plusDays(1))));
            }
        }
    }
}
