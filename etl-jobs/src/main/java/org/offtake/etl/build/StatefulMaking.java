package org.offtake.etl.build;

import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.offtake.etl.detect.KeepingMaker.KEPT_DATE;
import static org.offtake.etl.detect.KeepingMaker.MADE;
import static org.offtake.etl.detect.KeepingMaker.STATE;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.offtake.etl.detect.KeepingMaker;
import org.offtake.etl.lake.NetChange;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Follow;

/** Makes rows of those of a SELECT from what was kept of each, where all that came since is later, and anew where it is not. */
record StatefulMaking(KeepingMaker maker, KeptStates kept, Candidates candidates, Since since) {
    private static final String FIRST = "_first";
    private static final String OTHERS = "_others";
    private static final String GOES = "_goes";

    /** Whether there is something to go on from, or all rows are made and their histories are long. */
    boolean isWorthIt(Optional<UnitSet> units, HistoryLength longest) {
        return kept.exist()
                || (units.isEmpty()
                        && HistoryLength.of(since.inputs().read(maker.grows()), maker.names())
                                .isBeyond(longest));
    }

    /**
     * @param units empty for all rows, which are made from the beginning
     * @param write what is done with the rows of the contract
     */
    <T> T make(Optional<UnitSet> units, Function<Dataset<Row>, T> write) {
        return units.isPresent()
                ? goOn(units.get(), write)
                : worked(fromBeginning(candidates, Optional.empty()), kept::replaceAll, write);
    }

    private <T> T goOn(UnitSet units, Function<Dataset<Row>, T> write) {
        NetChange net = since.net(maker.grows());
        Dataset<Row> came = over(net.came()).selected(Optional.empty());
        UnitSet going = set(going(came, over(net.others()).selected(Optional.empty())));
        UnitSet rest = set(going.notOf(units.distinct(candidates.tables().spark())));
        Dataset<Row> later = came.join(kept.of(going), names(), "inner");
        if (rest.isEmpty()) {
            return worked(later, kept::append, write);
        }
        Dataset<Row> anew = fromBeginning(over(reached(rest)), Optional.of(rest));
        return worked(
                later.unionByName(anew), worked -> kept.append(withGone(worked, rest.ofStored(kept.dates()))), write);
    }

    /**
     * The units all of whose rows only gained later rows of the table that grows. A run can be stopped when it has kept states and is not
     * done: a state may have seen, or missed, any row that came or went since. So no row may have done anything but come, later than all that
     * the state holds.
     */
    private Dataset<Row> going(Dataset<Row> came, Dataset<Row> others) {
        Column[] by = candidates.model().by().stream().map(name -> col(name)).toArray(Column[]::new);
        Column goes = coalesce(col(FIRST).gt(col(KEPT_DATE)), lit(false))
                .and(col(OTHERS).isNull());
        Dataset<Row> going = kept.dates()
                .join(came.select(named(expr(maker.firstDate()).as(FIRST))), names(), "full_outer")
                .join(others.select(named(lit(true).as(OTHERS))), names(), "left_outer")
                .groupBy(by)
                .agg(bool_and(goes).as(GOES))
                .filter(col(GOES))
                .select(by);
        return since.changedBeside(maker.grows()) instanceof ChangedUnits.Some some
                ? some.units().notOf(going)
                : going;
    }

    private Dataset<Row> fromBeginning(Candidates of, Optional<UnitSet> units) {
        return withNothingKept(of.selected(units));
    }

    static Dataset<Row> withNothingKept(Dataset<Row> rows) {
        return rows.withColumn(KEPT_DATE, lit(null).cast("date"))
                .withColumn(STATE, lit(null).cast("binary"));
    }

    /** What is kept, and that nothing is of what is no longer there. */
    private Dataset<Row> withGone(Dataset<Row> worked, Dataset<Row> dates) {
        Dataset<Row> gone = withNothingKept(dates.select(named())).join(worked, names(), "left_anti");
        return worked.select(named(col(KEPT_DATE), col(STATE))).unionByName(gone);
    }

    private <T> T worked(Dataset<Row> selected, Consumer<Dataset<Row>> keep, Function<Dataset<Row>, T> write) {
        Dataset<Row> worked = maker.work(selected).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            keep.accept(worked);
            Dataset<Row> made = worked.select(explode(col(MADE)).as(MADE)).select(MADE + ".*");
            return write.apply(candidates.contractual(made));
        } finally {
            worked.unpersist();
        }
    }

    /** The rows of the table that grows that the units are made of: so few that they are looked for in its files. */
    private Dataset<Row> reached(UnitSet units) {
        Dataset<Row> rows = candidates.tables().read(maker.grows());
        return candidates.model().follows().get(maker.grows()) instanceof Follow.Through path
                ? ReachedRows.of(candidates.model(), path, rows, units, candidates.tables())
                : rows;
    }

    /** The same SELECT, of other rows of the table that grows. */
    private Candidates over(Dataset<Row> rows) {
        return new Candidates(
                candidates.model(), new OtherRows(candidates.tables(), maker.grows(), rows), candidates.businessDate());
    }

    private UnitSet set(Dataset<Row> units) {
        List<String> by = candidates.model().by();
        return UnitSet.literals(by, units, ChangedUnits.LITERALS).orElseGet(() -> UnitSet.rows(by, units));
    }

    private String[] names() {
        return maker.names().toArray(String[]::new);
    }

    private Column[] named(Column... beside) {
        return Stream.concat(maker.names().stream().map(name -> col(name)), Stream.of(beside))
                .toArray(Column[]::new);
    }
}
