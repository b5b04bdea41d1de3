package org.offtake.etl.build;

import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Library;
import org.offtake.models.TableName;

/** The declared tables without a row. */
record EmptyTables(SparkSession spark, Library library) {
    static final String PREFIX = "empty";

    /** Rows of an unknown source, so that the optimiser does not find out that there are none. */
    Dataset<Row> rows(TableName table) {
        return spark.createDataFrame(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).<Row>emptyRDD(),
                new DeclaredTables(library).schema(table));
    }

    /** The sets of columns that name one row of the table behind a view of these; none when it is another view. */
    static List<Set<String>> keys(Library library, String view) {
        return library.tables().stream()
                .filter(table -> SqlText.view(PREFIX, table).equals(view))
                .findFirst()
                .map(table -> new DeclaredTables(library).keys(table))
                .orElse(List.of());
    }
}
