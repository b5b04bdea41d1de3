package org.offtake.etl.lake;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.offtake.models.TableName;

/** A table to write: rows are (unit, part, amount); both unit and part may be null, and a row may stand there twice. */
record PartsTable(Lake lake) {
    static final TableName TABLE = TableName.parse("gold.fact_parts");
    private static final StructType SCHEMA = StructType.fromDDL("unit string, part bigint, amount decimal(20,4)");

    static Row row(@Nullable String unit, @Nullable Long part) {
        return RowFactory.create(unit, part, new BigDecimal("1.0000"));
    }

    Dataset<Row> rows(Row... rows) {
        return lake.spark().createDataFrame(List.of(rows), SCHEMA);
    }

    void write(Row... rows) {
        new TableWriter(lake, TABLE, List.of("unit")).replaceAll(rows(rows));
    }

    /** Adds a file. */
    void append(Row... rows) {
        rows(rows)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .save(lake.path(TABLE).toString());
    }

    List<Row> stored() {
        return lake.stored(TABLE).collectAsList();
    }

    /** The before- and after-images of the last commit. */
    List<Row> changes() {
        long version = lake.version(TABLE).orElseThrow();
        return lake.changes(TABLE, version - 1, version).collectAsList();
    }
}
