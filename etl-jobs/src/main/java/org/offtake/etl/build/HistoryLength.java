package org.offtake.etl.build;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many rows a table that grows has.
 *
 * @param rows of all
 * @param ofEach on average
 */
public record HistoryLength(long rows, long ofEach) {
    /** Measured, see docs/performance.md: of shorter histories, a state costs more to keep than to make anew. */
    static final HistoryLength BEGUN_ANEW = new HistoryLength(10_000_000, 300);

    /** @param names the columns that name whose history a row is of */
    static HistoryLength of(Dataset<Row> table, List<String> names) {
        Column[] whose = names.stream().map(name -> col(name)).toArray(Column[]::new);
        Row counted =
                table.agg(count(lit(1)), approx_count_distinct(struct(whose))).first();
        return new HistoryLength(counted.getLong(0), counted.getLong(0) / Math.max(1, counted.getLong(1)));
    }

    boolean isBeyond(HistoryLength other) {
        return rows > other.rows && ofEach > other.ofEach;
    }
}
