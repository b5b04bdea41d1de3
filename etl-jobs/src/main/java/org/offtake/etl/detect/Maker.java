package org.offtake.etl.detect;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes the rows of a table from those of its SELECT, each row for itself: so the rows of a unit are the same whether it is
 * worked out alone or with all others.
 */
public interface Maker {
    /** The rows of the table, by the names of their columns. */
    Dataset<Row> make(Dataset<Row> selected);

    /** Another text when the same rows may make others than before: what was made then is made anew. */
    String definition();
}
