package org.offtake.etl.build;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.models.TableName;

/** Where a model's SELECT gets its rows: the pinned tables of the lake, or the given rows of a scenario. */
public interface Tables {
    SparkSession spark();

    /** The rows of a table as a model sees them, without bookkeeping columns. */
    Dataset<Row> read(TableName table);
}
