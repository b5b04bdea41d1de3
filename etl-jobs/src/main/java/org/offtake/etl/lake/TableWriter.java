package org.offtake.etl.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.storage.StorageLevel;
import org.offtake.models.TableName;

/**
 * Writes into a Delta table only the rows that differ, in one commit, and nothing when none does.
 *
 * @param unit the columns by which rows are told apart when some of them change; they lie in their order
 * @param limits what decides which of Delta's ways is taken
 */
public record TableWriter(Lake lake, TableName table, List<String> unit, Limits limits) {

    public TableWriter(Lake lake, TableName table, List<String> unit) {
        this(lake, table, unit, Limits.USUAL);
    }

    /**
     * Which way is taken where rows go.
     *
     * @param rewritten bytes of files up to which they are simply written anew
     * @param literals above this number of touched units a condition that names them costs more than a merge
     */
    public record Limits(long rewritten, int literals) {
        public static final Limits USUAL = new Limits(32L << 20, 2_000);
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
        if (!sameColumns(lake.stored(table), candidates)) {
            inOrder(candidates)
                    .write()
                    .format("delta")
                    .mode(SaveMode.Overwrite)
                    .option("overwriteSchema", "true")
                    .save(path());
            return new Written(1, 1);
        }
        return writeDifference(candidates, HeldRows.of(lake, table, version()), List.of());
    }

    /** Makes the table hold exactly these rows among those whose unit is in the set. */
    public Written replaceUnits(Dataset<Row> candidates, UnitSet units) {
        if (!lake.exists(table)) {
            return create(candidates);
        }
        return writeDifference(candidates, HeldRows.of(lake, table, version(), units), units.columns());
    }

    private Written create(Dataset<Row> rows) {
        inOrder(rows).write().format("delta").mode(SaveMode.ErrorIfExists).save(path());
        return new Written(new CommitInfo(lake.path(table), 0).rowsWritten(), 0);
    }

    private Dataset<Row> inOrder(Dataset<Row> rows) {
        return new UnitOrder(unit).of(rows);
    }

    private Written writeDifference(Dataset<Row> candidates, HeldRows held, List<String> unitColumns) {
        Difference difference =
                new Difference(Difference.between(candidates, held).rows().persist(StorageLevel.MEMORY_AND_DISK()));
        try {
            Difference.Extent extent = difference.extent();
            if (extent.inserted() + extent.deleted() > 0) {
                write(candidates, held, difference, extent, unitColumns);
            }
            return new Written(extent.inserted(), extent.deleted());
        } finally {
            difference.rows().unpersist();
        }
    }

    private void write(
            Dataset<Row> candidates,
            HeldRows held,
            Difference difference,
            Difference.Extent extent,
            List<String> unitColumns) {
        if (extent.deleted() == 0) {
            append(difference.added());
            return;
        }
        Rewriting rewriting =
                new Rewriting(lake, table, new UnitOrder(unit), held.version(), held.files(extent.files()));
        if (!rewriting.files().isEmpty() && rewriting.bytes() <= limits.rewritten()) {
            rewriting.commit(difference);
            return;
        }
        new DeletionVectors(lake, table).useWhenLarge();
        Dataset<Row> wanted = candidates.select(held.names());
        Optional<UnitSet> touched = unitColumns.isEmpty()
                ? Optional.empty()
                : UnitSet.literals(unitColumns, difference.rows(), limits.literals());
        if (touched.isPresent()) {
            replaceWhere(touched.get(), touched.get().of(wanted));
            return;
        }
        if (extent.deleted() == lake.stored(table).count()) {
            inOrder(wanted).write().format("delta").mode(SaveMode.Overwrite).save(path());
            return;
        }
        difference.mergeInto(lake, table);
    }

    private void append(Dataset<Row> rows) {
        inOrder(rows.coalesce(1)).write().format("delta").mode(SaveMode.Append).save(path());
    }

    private void replaceWhere(UnitSet units, Dataset<Row> rows) {
        inOrder(rows.coalesce(1))
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

    private long version() {
        return lake.version(table).orElseThrow();
    }

    private String path() {
        return lake.path(table).toString();
    }
}
