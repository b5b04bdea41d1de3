package org.offtake.etl.build;

import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.models.TableName;

/** Tables whose rows are given, each the same whenever it is read. */
record TablesOfRows(SparkSession spark, Map<TableName, Dataset<Row>> rows) implements Tables {
    @Override
    public Dataset<Row> read(TableName table) {
        return Objects.requireNonNull(rows.get(table), table::toString);
    }
}
