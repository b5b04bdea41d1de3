package org.offtake.etl.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.models.TableName;

/**
 * How a table differs from what it was.
 *
 * <p>Rows that are equal in all columns are taken for one: a table that has several of them is not meant.
 *
 * @param came the rows that are there and were not
 * @param others those that went, or came and went between, or went and came again
 */
public record NetChange(Dataset<Row> came, Dataset<Row> others) {
    static final String[] OF_FEED = {"_change_type", "_commit_version", "_commit_timestamp"};
    private static final String COUNT = "_count";

    /** From one version of a table to another; those between can be asked for, as {@link Lake#tellsChanges} tells. */
    public static NetChange of(Lake lake, TableName table, long after, long upTo) {
        if (after == upTo) {
            Dataset<Row> none = lake.stored(table, upTo).limit(0);
            return new NetChange(none, none);
        }
        Dataset<Row> feed = lake.feed(table, after, upTo);
        Column sign = when(col("_change_type").isin("insert", "update_postimage"), lit(1))
                .otherwise(lit(-1));
        Column[] columns = Arrays.stream(feed.drop(OF_FEED).columns())
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        Dataset<Row> counted = feed.groupBy(columns).agg(sum(sign).as(COUNT));
        return new NetChange(
                counted.filter(col(COUNT).gt(0)).drop(COUNT),
                counted.filter(col(COUNT).leq(0)).drop(COUNT));
    }
}
