package org.offtake.etl.lake;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.storage.StorageLevel;
import org.offtake.models.TableName;

/**
 * Writes into a Delta table only the rows that differ, in one commit, and nothing when none does.
 *
 * @param literals above this number of touched units a condition that names them costs more than a join
 */
public record TableWriter(Lake lake, TableName table, int literals) {
    /** How often a row that differs stands in the candidates, and in the table. */
    private static final String WANTED = "_wanted";

    private static final String HELD = "_held";

    public TableWriter(Lake lake, TableName table) {
        this(lake, table, 2_000);
    }

    /** What a write did. */
    public record Written(long inserted, long deleted) {
        public static final Written NOTHING = new Written(0, 0);

        public boolean changed() {
            return inserted + deleted > 0;
        }
    }

    /** Makes the table hold exactly these rows. */
    public Written replaceAll(Dataset<Row> candidates) {
        if (!lake.exists(table)) {
            return create(candidates);
        }
        Dataset<Row> stored = lake.stored(table);
        if (!sameColumns(stored, candidates)) {
            candidates
                    .write()
                    .format("delta")
                    .mode(SaveMode.Overwrite)
                    .option("overwriteSchema", "true")
                    .save(path());
            return new Written(1, 1);
        }
        return writeDifference(candidates, stored, List.of());
    }

    /** Makes the table hold exactly these rows among those whose unit is in the set. */
    public Written replaceUnits(Dataset<Row> candidates, UnitSet units) {
        if (!lake.exists(table)) {
            return create(candidates);
        }
        return writeDifference(candidates, units.of(lake.stored(table)), units.columns());
    }

    private Written create(Dataset<Row> rows) {
        rows.write().format("delta").mode(SaveMode.ErrorIfExists).save(path());
        return new Written(new CommitInfo(lake.path(table), 0).rowsWritten(), 0);
    }

    private Written writeDifference(Dataset<Row> candidates, Dataset<Row> stored, List<String> unitColumns) {
        Column[] columns =
                Arrays.stream(stored.columns()).map(TableWriter::quoted).toArray(Column[]::new);
        Dataset<Row> difference = candidates
                .select(columns)
                .withColumns(Map.of(WANTED, lit(1L), HELD, lit(0L)))
                .unionByName(stored.select(columns).withColumns(Map.of(WANTED, lit(0L), HELD, lit(1L))))
                .groupBy(columns)
                .agg(sum(col(WANTED)).as(WANTED), sum(col(HELD)).as(HELD))
                .filter(col(WANTED).notEqual(col(HELD)))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Written written = count(difference);
            if (written.changed()) {
                write(candidates.select(columns), difference, unitColumns, written);
            }
            return written;
        } finally {
            difference.unpersist();
        }
    }

    private void write(Dataset<Row> candidates, Dataset<Row> difference, List<String> unitColumns, Written written) {
        if (written.deleted() == 0) {
            append(new Difference(difference).added());
            return;
        }
        new DeletionVectors(lake, table).useWhenLarge();
        Optional<UnitSet> touched =
                unitColumns.isEmpty() ? Optional.empty() : UnitSet.literals(unitColumns, difference, literals);
        if (touched.isPresent()) {
            replaceWhere(touched.get(), touched.get().of(candidates));
            return;
        }
        if (written.deleted() == lake.stored(table).count()) {
            candidates.write().format("delta").mode(SaveMode.Overwrite).save(path());
            return;
        }
        new Difference(difference).mergeInto(lake, table);
    }

    private static Written count(Dataset<Row> difference) {
        Column more = col(WANTED).minus(col(HELD));
        Row counts = difference
                .agg(
                        coalesce(sum(when(more.gt(0), more)), lit(0L)),
                        coalesce(sum(when(more.lt(0), abs(more))), lit(0L)))
                .first();
        return new Written(counts.getLong(0), counts.getLong(1));
    }

    private void append(Dataset<Row> rows) {
        rows.coalesce(1).write().format("delta").mode(SaveMode.Append).save(path());
    }

    private void replaceWhere(UnitSet units, Dataset<Row> rows) {
        rows.coalesce(1)
                .write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .option("replaceWhere", units.condition())
                .save(path());
    }

    private static boolean sameColumns(Dataset<Row> stored, Dataset<Row> candidates) {
        List<String> left = new ArrayList<>();
        Arrays.stream(stored.schema().fields())
                .forEach(field -> left.add(field.name() + " " + field.dataType().sql()));
        List<String> right = new ArrayList<>();
        Arrays.stream(candidates.schema().fields())
                .forEach(
                        field -> right.add(field.name() + " " + field.dataType().sql()));
        return left.equals(right);
    }

    private static Column quoted(String name) {
        return col("`" + name + "`");
    }

    private String path() {
        return lake.path(table).toString();
    }

    /**
     * The rows that differ, each once with how often it is wanted and held.
     *
     * <p>A row of the table has no name of its own, only its columns, and rows that are equal in all of them stand for
     * one another: so all of them go, and as many as are wanted come.
     */
    private record Difference(Dataset<Row> rows) {
        private static final String GOES = "_goes";

        private String[] names() {
            return Arrays.stream(rows.columns())
                    .filter(name -> !name.equals(WANTED) && !name.equals(HELD))
                    .toArray(String[]::new);
        }

        private Dataset<Row> columns(Dataset<Row> of) {
            return of.select(Arrays.stream(names()).map(TableWriter::quoted).toArray(Column[]::new));
        }

        private Dataset<Row> repeated(Dataset<Row> of, String times) {
            return columns(
                    of.withColumn("_copy", org.apache.spark.sql.functions.expr("explode(sequence(1, " + times + "))")));
        }

        /** The rows to append where nothing goes. */
        Dataset<Row> added() {
            return repeated(rows, WANTED + " - " + HELD);
        }

        /** One commit that takes exactly the rows that go, and adds exactly those that come. */
        void mergeInto(Lake lake, TableName table) {
            Column fewer = col(WANTED).lt(col(HELD));
            Dataset<Row> goes = columns(rows.filter(fewer)).withColumn(GOES, lit(true));
            Dataset<Row> comes = repeated(
                            rows.filter(col(WANTED).gt(0)),
                            "case when " + WANTED + " < " + HELD + " then " + WANTED + " else " + WANTED + " - " + HELD
                                    + " end")
                    .withColumn(GOES, lit(false));
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
    }
}
