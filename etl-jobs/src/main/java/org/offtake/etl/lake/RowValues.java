package org.offtake.etl.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A row as those read it who know nothing of Spark. */
public final class RowValues {
    private RowValues() {}

    /** The values in the order of the columns. */
    public static List<@Nullable Object> of(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int column = 0; column < row.length(); column++) {
            values.add(row.get(column));
        }
        return values;
    }
}
