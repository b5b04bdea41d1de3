package org.offtake.etl.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.storage.StorageLevel;
import org.offtake.models.TableName;

/** Writes into a Delta table only the rows that differ, in one commit, and nothing when none does. */
public record TableWriter(Lake lake, TableName table) {
    private static final String SIDE = "_side";
    /** Above this number of changed units a condition with literals costs more than a join. */
    private static final int LITERALS = 2_000;

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
        return new Written(lake.stored(table).count(), 0);
    }

    private Written writeDifference(Dataset<Row> candidates, Dataset<Row> stored, List<String> unitColumns) {
        Column[] columns =
                Arrays.stream(stored.columns()).map(TableWriter::quoted).toArray(Column[]::new);
        Dataset<Row> difference = candidates
                .select(columns)
                .withColumn(SIDE, lit(1))
                .unionAll(stored.select(columns).withColumn(SIDE, lit(-1)))
                .groupBy(columns)
                .agg(sum(col(SIDE)).as(SIDE))
                .filter(col(SIDE).notEqual(0))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Written written = count(difference);
            if (!written.changed()) {
                return written;
            }
            if (written.deleted() == 0) {
                append(repeated(difference));
                return written;
            }
            Optional<UnitSet> touched =
                    unitColumns.isEmpty() ? Optional.empty() : UnitSet.literals(unitColumns, difference, LITERALS);
            if (touched.isPresent()) {
                replaceWhere(touched.get(), touched.get().of(candidates.select(columns)));
                return written;
            }
            if (unitColumns.isEmpty()) {
                overwrite(candidates.select(columns));
                return written;
            }
            overwrite(withoutUnits(unitColumns, difference, columns)
                    .unionAll(UnitSet.rows(unitColumns, difference).of(candidates.select(columns))));
            return written;
        } finally {
            difference.unpersist();
        }
    }

    private Dataset<Row> withoutUnits(List<String> unitColumns, Dataset<Row> difference, Column[] columns) {
        return UnitSet.rows(unitColumns, difference).notOf(lake.stored(table)).select(columns);
    }

    private static Written count(Dataset<Row> difference) {
        List<Row> counts = difference
                .groupBy(col(SIDE).gt(0).as("inserted"))
                .agg(sum(org.apache.spark.sql.functions.abs(col(SIDE))).as("rows"))
                .collectAsList();
        long inserted = 0;
        long deleted = 0;
        for (Row row : counts) {
            if (row.getBoolean(0)) {
                inserted = row.getLong(1);
            }
            if (!row.getBoolean(0)) {
                deleted = row.getLong(1);
            }
        }
        return new Written(inserted, deleted);
    }

    /** Rows equal in every column stand in the difference once, with their number. */
    private static Dataset<Row> repeated(Dataset<Row> difference) {
        return difference
                .withColumn(SIDE, org.apache.spark.sql.functions.expr("explode(sequence(1, " + SIDE + "))"))
                .drop(SIDE);
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

    private void overwrite(Dataset<Row> rows) {
        rows.write().format("delta").mode(SaveMode.Overwrite).save(path());
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
}
