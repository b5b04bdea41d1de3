package org.offtake.etl.land;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.offtake.etl.lake.Lake;
import org.offtake.models.Dialect;
import org.offtake.models.ReceivedColumn;
import org.offtake.models.SourceTable;

/** Records as received, as rows of a bronze table: a file is never cut, every value is text. */
public record BronzeRows(SourceTable table) {
    /** Where a record came from: the content of its file, its line, and its number among the records. */
    static final StructType RECORD = new StructType()
            .add("content", DataTypes.StringType)
            .add("line", DataTypes.LongType)
            .add("number", DataTypes.LongType);

    /** A task for less than this is mostly overhead. */
    private static final long BYTES_PER_TASK = 16L << 20;

    /** Which record a row of a sheet corrects, as the sheet names it; null for records of ordinary files. */
    public static final String CORRECTS = "_corrects";

    /** A file to read, with its size and the content it was seen to have. */
    public record NewFile(String path, String content, long bytes, boolean correction) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** How a file is read: its dialect, what is expected in it, and how many of these are columns of the table. */
    private record Reading(Dialect dialect, ArrayList<ExpectedColumn> expected, int columns) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** The columns that a file has to have, and those that it may have. */
    public List<ExpectedColumn> expected() {
        return table.columns().stream()
                .map(column -> new ExpectedColumn(column.name(), column.expected()))
                .toList();
    }

    /** The records of the files, each as it was received. */
    public Dataset<Row> read(SparkSession spark, List<NewFile> files) {
        Reading plain = new Reading(
                table.dialect(), new ArrayList<>(expected()), table.columns().size());
        Reading corrections = new Reading(
                CorrectionSheet.dialect(table),
                new ArrayList<>(CorrectionSheet.expected(table)),
                table.columns().size());
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, tasks(spark, files))
                .flatMap(file -> rows(file, file.correction() ? corrections : plain));
        return spark.createDataFrame(rows, schema()).withColumn("_hash", contentHash());
    }

    /** The table as it is stored; a column that older landings do not have is null there. */
    public Dataset<Row> whole(Lake lake) {
        Dataset<Row> stored = lake.stored(table.bronze());
        Set<String> present = new TreeSet<>(List.of(stored.columns()));
        Map<String, Column> absent = new HashMap<>();
        Stream.concat(table.columns().stream().map(ReceivedColumn::name), Stream.of(CORRECTS))
                .filter(name -> !present.contains(name))
                .forEach(name -> absent.put(name, lit(null).cast("string")));
        return stored.withColumns(absent);
    }

    /**
     * The received fields of a record as an array of texts, in the order of the contract.
     *
     * <p>Those of a record that the reader could not take apart are null: they may be shifted.
     */
    public String said() {
        return table.columns().stream()
                .map(column ->
                        "case when _flaw is null or " + CORRECTS + " is not null then `" + column.name() + "` end")
                .collect(Collectors.joining(", ", "array(", ")"));
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
                .add("_more", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
                .add(CORRECTS, DataTypes.StringType);
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

    private static Iterator<Row> rows(NewFile file, Reading reading) {
        RecordFile records = ReceivedFiles.open(Path.of(file.path()), reading.dialect(), reading.expected());
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
                return row(file.content(), records.next(), reading.columns());
            }
        };
    }

    /** The columns of the table come first; after them a sheet names the record that it corrects. */
    private static Row row(String content, ReceivedRecord record, int columns) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(RowFactory.create(content, record.line(), record.number()));
        values.add(record.flaw().map(Flaw::code).orElse(null));
        values.add(record.flaw().map(Flaw::detail).orElse(null));
        values.add(record.raw().orElse(null));
        values.add(record.more().isEmpty() ? null : scala.jdk.javaapi.CollectionConverters.asScala(record.more()));
        values.add(record.values().size() > columns ? record.values().get(columns) : null);
        values.addAll(record.values().subList(0, columns));
        return RowFactory.create(values.toArray());
    }
}
