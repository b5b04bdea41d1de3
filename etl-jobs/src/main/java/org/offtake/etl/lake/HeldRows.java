package org.offtake.etl.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.offtake.models.TableName;

/**
 * Rows of a table as it is, with the file that each lies in, where the files are so few that a bit can stand for each.
 *
 * @param rows with the bit of the file that each lies in as {@code _files}; none when there are too many files
 * @param columns those of the table
 * @param files empty when they are too many
 */
record HeldRows(Dataset<Row> rows, List<String> columns, long version, List<AddFile> files) {
    static final String FILES = "_files";

    static HeldRows of(Lake lake, TableName table, long version) {
        Dataset<Row> stored = lake.stored(table, version);
        List<AddFile> files =
                lake.pinned().files(lake.spark(), lake.path(table), version).orElse(List.of());
        return new HeldRows(stored.withColumn(FILES, bit(files)), List.of(stored.columns()), version, files);
    }

    /** The rows of the units; of a table of many files only those files are looked at that may hold them. */
    static HeldRows of(Lake lake, TableName table, long version, UnitSet units) {
        Optional<List<AddFile>> few = lake.pinned().files(lake.spark(), lake.path(table), version, units);
        Dataset<Row> stored = few.map(files -> lake.pinned().read(lake.spark(), lake.path(table), version, files))
                .orElseGet(() -> lake.stored(table, version));
        List<AddFile> files = few.orElse(List.of());
        return new HeldRows(
                units.ofStored(stored.withColumn(FILES, bit(files))), List.of(stored.columns()), version, files);
    }

    Column[] names() {
        return columns.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
    }

    private static Column bit(List<AddFile> files) {
        Column bit = lit(0L);
        for (int index = 0; index < files.size(); index++) {
            bit = when(col("_metadata.file_name").equalTo(name(files.get(index))), lit(1L << index))
                    .otherwise(bit);
        }
        return bit;
    }

    /** The files whose bits are set. */
    List<AddFile> files(long bits) {
        List<AddFile> some = new ArrayList<>();
        for (int index = 0; index < files.size(); index++) {
            if ((bits & (1L << index)) != 0) {
                some.add(files.get(index));
            }
        }
        return some;
    }

    private static String name(AddFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }
}
