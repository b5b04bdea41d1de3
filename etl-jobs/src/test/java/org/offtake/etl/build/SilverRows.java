package org.offtake.etl.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.lake.Lake;

/** Random rows as silver stores them: with what was superseded among them, and by what conforming settles them. */
final class SilverRows {
    private SilverRows() {}

    static Dataset<Row> of(SparkSession spark, RandomRows random) {
        StructType seen = random.shape().schema();
        StructType stored = seen.add("_live", "boolean")
                .add("_keyless", "boolean")
                .add("_hash", "bigint")
                .add("_place_at", "timestamp")
                .add("_source_table", "string")
                .add(Lake.OUTCOME, "string");
        List<Row> rows = new ArrayList<>();
        random.accepted().forEach(values -> rows.add(row(seen, values, Lake.ACCEPTED)));
        random.superseded().forEach(values -> rows.add(row(seen, values, "superseded")));
        return spark.createDataFrame(rows, stored);
    }

    private static Row row(StructType seen, Map<String, Object> values, String outcome) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (String column : seen.fieldNames()) {
            cells.add(values.get(column));
        }
        cells.addAll(Arrays.asList(true, false, (long) values.hashCode(), null, "files", outcome));
        return RowFactory.create(cells.toArray());
    }
}
