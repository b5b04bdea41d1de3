package org.offtake.etl.detect;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Makes rows of each row of the SELECT.
 *
 * @param columns of what is made
 */
record RowMaker(StructType columns, Making making) implements Maker {
    /** What a row of the SELECT is made into; it works where Spark sends it. */
    interface Making extends Serializable {
        List<Row> rows(Row selected);
    }

    @Override
    public Dataset<Row> make(Dataset<Row> selected) {
        Making each = making;
        FlatMapFunction<Row, Row> rows = row -> each.rows(row).iterator();
        return selected.flatMap(rows, Encoders.row(columns));
    }

    @Override
    public String definition() {
        return CodePrint.OF_DETECTORS;
    }
}
