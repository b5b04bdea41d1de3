package org.offtake.etl.detect;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.models.TableName;

/**
 * A maker that can go on from what it kept of a row of the SELECT when later rows of one table have come, and nothing else has. What it makes is
 * the same, to the last bit, as what it makes of all rows.
 */
public interface KeepingMaker extends Maker {
    /** What is kept of a row; null to begin anew. */
    String STATE = "_state";

    /** The day up to which it holds all. */
    String KEPT_DATE = "_kept_date";

    /** The rows that are made of one. */
    String MADE = "_made";

    /** The table whose later rows it can take in. */
    TableName grows();

    /** The columns that name a row of the SELECT. */
    List<String> names();

    /** The day of the earliest of the rows that a row of the SELECT holds of that table: an expression. */
    String firstDate();

    /**
     * For each row one with its {@link #names}, what is {@link #MADE} of it, and what is to be kept: {@link #KEPT_DATE} and {@link #STATE},
     * both null where nothing can be gone on from.
     *
     * @param selected rows of the SELECT with {@link #KEPT_DATE} and {@link #STATE}; where those are not null, of only the later rows
     */
    Dataset<Row> work(Dataset<Row> selected);
}
