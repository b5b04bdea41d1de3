package org.offtake.etl.fingerprint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.models.TableName;

/**
 * A row count and a sum of row hashes: the same whatever the order of rows, the layout of files and the way of loading.
 *
 * @param hash the sum of the 64-bit hashes of the rows, so that twins do not cancel
 * @param leftOut columns that begin with an underscore, which depend on how the rows came
 */
public record Fingerprint(TableName table, long rows, String hash, List<String> leftOut) {
    public static Fingerprint of(TableName table, Dataset<Row> rows) {
        List<String> leftOut = Stream.of(rows.columns())
                .filter(name -> name.startsWith("_"))
                .sorted()
                .toList();
        String values = Stream.of(rows.columns())
                .filter(name -> !name.startsWith("_"))
                .sorted()
                .map(name -> "coalesce(cast(`" + name + "` as string), '\\u0000')")
                .collect(Collectors.joining(", "));
        Row print = rows.selectExpr("cast(xxhash64(" + values + ") as decimal(38,0)) as hash")
                .selectExpr("count(*)", "cast(coalesce(sum(hash), 0) as string)")
                .first();
        return new Fingerprint(table, print.getLong(0), print.getString(1), leftOut);
    }
}
