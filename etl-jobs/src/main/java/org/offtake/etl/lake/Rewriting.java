package org.offtake.etl.lake;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.offtake.models.TableName;
import scala.Option;
import scala.Some;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Takes rows out of some files, and puts others in, by writing these files anew: one job, one commit, with its changes
 * told.
 *
 * <p>Delta's own replacement of a part of a table, and its merge, find out first, in several jobs, what is known here by
 * then: which files hold rows that go. See docs/decisions/0008-rewriting.md.
 */
record Rewriting(Lake lake, TableName table, UnitOrder order, long version, List<AddFile> files) {
    private static final String CHANGE = "_change_type";

    long bytes() {
        return files.stream().mapToLong(AddFile::size).sum();
    }

    void commit(Difference difference) {
        OptimisticTransaction transaction = DeltaLog.forTable(
                        lake.spark(), lake.path(table).toString())
                .startTransaction(Option.empty(), Option.empty());
        if (transaction.snapshot().version() != version) {
            throw new IllegalStateException(table + " was changed by somebody else while it was compared, from version "
                    + version + " to " + transaction.snapshot().version() + ": run again");
        }
        transaction.readWholeTable();
        List<Action> actions = new ArrayList<>();
        files.forEach(file -> actions.add(file.remove()));
        actions.addAll(CollectionConverters.asJava(
                transaction.writeFiles(order.of(rows(difference).coalesce(1)))));
        transaction.commit(CollectionConverters.asScala(actions).toSeq(), operation());
    }

    /** What the new files hold, and beside it what changes. */
    private Dataset<Row> rows(Difference difference) {
        return kept(difference.going())
                .unionAll(difference.coming())
                .withColumn(CHANGE, lit(null).cast("string"))
                .unionAll(difference.changes(CHANGE));
    }

    private Dataset<Row> kept(Dataset<Row> going) {
        Dataset<Row> held = lake.pinned().read(lake.spark(), lake.path(table), version, files);
        return new UnitSet.Rows(List.of(held.columns()), going).notOf(held);
    }

    private static DeltaOperations.Write operation() {
        return new DeltaOperations.Write(
                SaveMode.Overwrite,
                Option.empty(),
                new Some<>("rows that differ"),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }
}
