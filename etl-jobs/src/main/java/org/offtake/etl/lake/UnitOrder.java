package org.offtake.etl.lake;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The order in which rows are laid into files, of so many rows each: units that are neighbours mostly change together (the
 * orders of last week), so a change touches few files and a scan for its units passes the others by.
 *
 * <p>Each task orders what it has: one order over all would take another pass over the rows. See
 * docs/decisions/0010-order-of-rows.md.
 */
record UnitOrder(List<String> unit) {
    Dataset<Row> of(Dataset<Row> rows) {
        return rows.sortWithinPartitions(
                unit.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new));
    }
}
