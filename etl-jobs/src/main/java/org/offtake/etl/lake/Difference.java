package org.offtake.etl.lake;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.offtake.etl.lake.HeldRows.FILES;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.models.TableName;

/**
 * The rows that differ, each once with how often it is wanted and held.
 *
 * <p>A row of the table has no name of its own, only its columns, and rows that are equal in all of them stand for one
 * another: so all of them go, and as many as are wanted come.
 */
record Difference(Dataset<Row> rows) {
    /** How often a row stands in the candidates, and in the table. */
    private static final String WANTED = "_wanted";

    private static final String HELD = "_held";

    private static final List<String> OWN = List.of(WANTED, HELD, FILES);

    private static final String GOES = "_goes";

    private static final Column FEWER = col(WANTED).lt(col(HELD));

    /** How many rows come and go, and which files hold those that go. */
    record Extent(long inserted, long deleted, long files) {}

    /** The difference of rows that are wanted and rows that are held. */
    static Difference between(Dataset<Row> wanted, HeldRows held) {
        Column[] columns = held.names();
        return new Difference(wanted.select(columns)
                .withColumns(Map.of(WANTED, lit(1L), HELD, lit(0L), FILES, lit(0L)))
                .unionByName(held.rows().withColumns(Map.of(WANTED, lit(0L), HELD, lit(1L))))
                .groupBy(columns)
                .agg(
                        sum(col(WANTED)).as(WANTED),
                        sum(col(HELD)).as(HELD),
                        bit_or(col(FILES)).as(FILES))
                .filter(col(WANTED).notEqual(col(HELD))));
    }

    Extent extent() {
        Column more = col(WANTED).minus(col(HELD));
        Row counts = rows.agg(
                        coalesce(sum(when(more.gt(0), more)), lit(0L)),
                        coalesce(sum(when(more.lt(0), abs(more))), lit(0L)),
                        coalesce(bit_or(when(FEWER, col(FILES))), lit(0L)))
                .first();
        return new Extent(counts.getLong(0), counts.getLong(1), counts.getLong(2));
    }

    /** The rows to append where nothing goes. */
    Dataset<Row> added() {
        return repeated(rows, WANTED + " - " + HELD);
    }

    /** The values of which fewer are wanted than are held. */
    Dataset<Row> going() {
        return named(rows.filter(FEWER));
    }

    /** What comes once all rows of the values that go are gone. */
    Dataset<Row> coming() {
        return repeated(
                rows.filter(col(WANTED).gt(0)),
                "case when " + WANTED + " < " + HELD + " then " + WANTED + " else " + WANTED + " - " + HELD + " end");
    }

    /** What changes, with the kind of change as Delta's change feed names it. */
    Dataset<Row> changes(String kind) {
        return repeated(rows.filter(FEWER), HELD + " - " + WANTED)
                .withColumn(kind, lit("delete"))
                .unionAll(repeated(rows.filter(col(WANTED).gt(col(HELD))), WANTED + " - " + HELD)
                        .withColumn(kind, lit("insert")));
    }

    /** One commit that takes exactly the rows that go, and adds exactly those that come. */
    void mergeInto(Lake lake, TableName table) {
        Dataset<Row> goes = going().withColumn(GOES, lit(true));
        Dataset<Row> comes = coming().withColumn(GOES, lit(false));
        Map<String, String> inserted = new TreeMap<>();
        StringBuilder same = new StringBuilder("source." + GOES);
        for (String name : names()) {
            inserted.put("`" + name + "`", "source.`" + name + "`");
            same.append(" and target.`" + name + "` <=> source.`" + name + "`");
        }
        io.delta.tables.DeltaTable.forPath(lake.spark(), lake.path(table).toString())
                .as("target")
                .merge(goes.unionAll(comes).as("source"), same.toString())
                .whenMatched()
                .delete()
                .whenNotMatched()
                .insertExpr(inserted)
                .execute();
    }

    private String[] names() {
        return Arrays.stream(rows.columns()).filter(name -> !OWN.contains(name)).toArray(String[]::new);
    }

    private Dataset<Row> named(Dataset<Row> of) {
        return of.select(
                Arrays.stream(names()).map(name -> col("`" + name + "`")).toArray(Column[]::new));
    }

    private Dataset<Row> repeated(Dataset<Row> of, String times) {
        return named(of.withColumn("_copy", expr("explode(sequence(1, " + times + "))")));
    }
}
