package org.offtake.etl.land;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.files.ExpectedColumn;
import org.offtake.etl.files.Flaw;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.ReceivedRecord;
import org.offtake.etl.files.RecordFile;
import org.offtake.models.Dialect;
import org.offtake.models.SourceTable;

/** Records as received, as rows of a bronze table: a file is never cut, every value is text. */
record BronzeRows(SourceTable table) {
    /** Where a record came from: the content of its file, its line, and its number among the records. */
    static final StructType RECORD = new StructType()
            .add("content", DataTypes.StringType)
            .add("line", DataTypes.LongType)
            .add("number", DataTypes.LongType);

    /** A task for less than this is mostly overhead. */
    private static final long BYTES_PER_TASK = 16L << 20;

    /** A file to read, with its size and the content it was seen to have. */
    record NewFile(String path, String content, long bytes) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    List<ExpectedColumn> expected() {
        return table.columns().stream()
                .map(column -> new ExpectedColumn(column.name(), !column.optional()))
                .toList();
    }

    Dataset<Row> read(SparkSession spark, List<NewFile> files) {
        Dialect dialect = table.dialect();
        List<ExpectedColumn> expected = new ArrayList<>(expected());
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, tasks(spark, files))
                .flatMap(file -> rows(file, dialect, expected));
        return spark.createDataFrame(rows, schema()).withColumn("_hash", contentHash());
    }

    private static int tasks(SparkSession spark, List<NewFile> files) {
        long bytes = files.stream().mapToLong(NewFile::bytes).sum();
        int wanted = (int) Math.min(Integer.MAX_VALUE, 1 + bytes / BYTES_PER_TASK);
        return Math.max(
                1, Math.min(files.size(), Math.max(wanted, spark.sparkContext().defaultParallelism())));
    }

    private StructType schema() {
        StructType schema = new StructType()
                .add("_record", RECORD)
                .add("_flaw", DataTypes.StringType)
                .add("_flaw_detail", DataTypes.StringType)
                .add("_raw", DataTypes.StringType)
                .add("_more", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));
        for (var column : table.columns()) {
            schema = schema.add(column.name(), DataTypes.StringType);
        }
        return schema;
    }

    /** Two records have the same hash when they say the same in every column; a null is not an empty text. */
    private Column contentHash() {
        Column[] values = table.columns().stream()
                .map(column -> coalesce(col("`" + column.name() + "`"), lit("\u0000")))
                .toArray(Column[]::new);
        return xxhash64(values);
    }

    private static Iterator<Row> rows(NewFile file, Dialect dialect, List<ExpectedColumn> expected) {
        RecordFile records = ReceivedFiles.open(Path.of(file.path()), dialect, expected);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                boolean more = records.hasNext();
                if (!more) {
                    records.close();
                }
                return more;
            }

            @Override
            public Row next() {
                return row(file.content(), records.next());
            }
        };
    }

    private static Row row(String content, ReceivedRecord record) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(RowFactory.create(content, record.line(), record.number()));
        values.add(record.flaw().map(Flaw::code).orElse(null));
        values.add(record.flaw().map(Flaw::detail).orElse(null));
        values.add(record.raw().orElse(null));
        values.add(record.more().isEmpty() ? null : scala.jdk.javaapi.CollectionConverters.asScala(record.more()));
        values.addAll(record.values());
        return RowFactory.create(values.toArray());
    }
}
