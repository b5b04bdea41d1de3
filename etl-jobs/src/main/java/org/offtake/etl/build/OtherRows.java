package org.offtake.etl.build;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.models.TableName;

/**
 * The same tables, but for one of which only some rows are seen.
 *
 * @param rows of the table
 */
record OtherRows(Tables tables, TableName table, Dataset<Row> rows) implements Tables {
    @Override
    public SparkSession spark() {
        return tables.spark();
    }

    @Override
    public Dataset<Row> read(TableName asked) {
        return asked.equals(table) ? rows : tables.read(asked);
    }
}
