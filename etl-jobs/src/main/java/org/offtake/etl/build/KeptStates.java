package org.offtake.etl.build;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.offtake.etl.detect.KeepingMaker.KEPT_DATE;
import static org.offtake.etl.detect.KeepingMaker.STATE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.TableName;

/**
 * What a maker keeps of each row of a SELECT, in a table beside the one that it makes.
 *
 * <p>What is newer is appended and counts instead of what is older, which stays until there is as much of it.
 *
 * @param names the columns that name a row of the SELECT
 * @param definition of the model; what was kept by another one is not seen
 * @param size of the table when nothing in it was old
 */
record KeptStates(Lake lake, TableName table, List<String> names, String definition, Sidecar size) {
    private static final String DEFINITION = "_definition";
    private static final String WRITTEN = "_written";
    private static final String ROWS = "rows";

    boolean exist() {
        return lake.exists(table);
    }

    /** What is kept of the rows of the units. */
    Dataset<Row> of(UnitSet units) {
        return newest(units.ofStored(seen())).drop(WRITTEN, DEFINITION);
    }

    /** Up to which day each state holds all: of each row that was ever there, null where nothing can be gone on from. */
    Dataset<Row> dates() {
        return seen().groupBy(columns(names.stream()))
                .agg(max_by(col(KEPT_DATE), col(WRITTEN)).as(KEPT_DATE));
    }

    private Dataset<Row> seen() {
        return lake.stored(table).filter(col(DEFINITION).equalTo(definition));
    }

    /** Found by their numbers alone: states are large. */
    private Dataset<Row> newest(Dataset<Row> stored) {
        Dataset<Row> newest =
                stored.groupBy(columns(names.stream())).agg(max(WRITTEN).as(WRITTEN));
        return stored.join(
                newest.hint("broadcast"),
                Stream.concat(names.stream(), Stream.of(WRITTEN)).toArray(String[]::new),
                "left_semi");
    }

    /** Keeps these and no others. */
    void replaceAll(Dataset<Row> worked) {
        write(numbered(worked), SaveMode.Overwrite);
        size.write(Map.of(ROWS, String.valueOf(stored())));
    }

    /** Keeps these instead of what was kept of the same rows. */
    void append(Dataset<Row> worked) {
        write(numbered(worked), SaveMode.Append);
        if (stored() >= 2 * Long.parseLong(size.read().getOrDefault(ROWS, "0"))) {
            write(newest(lake.stored(table)), SaveMode.Overwrite);
            size.write(Map.of(ROWS, String.valueOf(stored())));
        }
    }

    private Dataset<Row> numbered(Dataset<Row> worked) {
        return worked.select(columns(Stream.concat(names.stream(), Stream.of(KEPT_DATE, STATE))))
                .withColumn(DEFINITION, lit(definition))
                .withColumn(WRITTEN, lit(lake.version(table).orElse(-1) + 1));
    }

    private static Column[] columns(Stream<String> of) {
        return of.map(name -> col(name)).toArray(Column[]::new);
    }

    private long stored() {
        return lake.stored(table).count();
    }

    private void write(Dataset<Row> rows, SaveMode mode) {
        rows.coalesce(lake.spark().sparkContext().defaultParallelism())
                .write()
                .format("delta")
                .mode(mode)
                .save(lake.path(table).toString());
    }
}
