package org.offtake.bench;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.offtake.bench.Compared.Peer;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.fingerprint.Fingerprint;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** The SELECTs that orders fill, over one warehouse by the engine and its peers: in full, and for a day. */
final class Comparison {
    private static final String ORDER = "order_id";

    private final BenchHouse house;
    private final Path peer;
    private final Subjects subjects;
    private final Comparisons told;
    private final Map<Model, DayWrites> writes = new LinkedHashMap<>();

    /** The tables that the peer has, and those of them that it worked out itself. */
    private final Set<TableName> brought = new TreeSet<>();

    private final List<TableName> builtByPeer = new ArrayList<>();

    Comparison(BenchHouse house, Comparisons told) throws IOException {
        this.house = house;
        this.peer = Files.createDirectories(house.folder().resolve("peer"));
        this.subjects = Subjects.of(house.library());
        this.told = told;
        subjects.leftOut().forEach(told::leaveOut);
    }

    /** All of them in full, as the warehouse is now; keeps the tables for the day that comes. */
    void full(String what) throws SQLException {
        try (DuckDb duck = new DuckDb(peer)) {
            for (Model model : subjects.models()) {
                full(model, what, duck);
            }
        }
    }

    /** Each of our ways twice, in turn, and the better one counts: the first pays for the compiling. */
    private void full(Model model, String what, DuckDb duck) throws SQLException {
        LocalDate date = OrderFiles.LAST_DAY;
        Rebuild rebuild = new Rebuild(house, model, house.folder().resolve("rebuilt"), date);
        Rebuild.Built plain = rebuild.byPlainSpark();
        Rebuild.Built engine = rebuild.byEngine();
        if (rows(engine).isEmpty()) {
            told.leaveOut(model.table(), "the bench fills no row of it");
            return;
        }
        plain = plain.orFaster(rebuild.byPlainSpark());
        engine = engine.orFaster(rebuild.byEngine());
        Fingerprint ours = print(model, rows(engine));
        boolean same = ours.equals(print(model, rows(plain)));
        told.add(new Compared(what, name(model), engine.seconds(), Peer.PLAIN_SPARK, plain.seconds(), same));
        writes.put(
                model,
                new DayWrites(house, model, engine.table(), house.folder().resolve("writes")));
        try {
            bring(model, duck);
            double seconds = duck.full(model, date);
            boolean agreed = ours.equals(print(model, duck.rows(house.lake().spark(), model)));
            told.add(new Compared(what, name(model), engine.seconds(), Peer.DUCKDB, seconds, agreed));
            brought.add(model.table());
            builtByPeer.add(model.table());
        } catch (SQLException refused) {
            told.leaveOut(model.table(), "beside DuckDB, which says: " + firstLine(refused));
        }
    }

    private void bring(Model model, DuckDb duck) throws SQLException {
        Inputs inputs = Inputs.pin(house.lake(), house.library(), model.reads());
        for (TableName table : model.reads()) {
            if (brought.add(table)) {
                duck.take(table, inputs.read(table));
            }
        }
    }

    /** The same after a day was loaded: the units that it touched, and beside them everything anew. */
    void day(OrderFiles.Day day, String what) throws SQLException {
        Dataset<Row> orders = house.lake()
                .spark()
                .createDataset(day.orders(), Encoders.STRING())
                .toDF(ORDER);
        try (DuckDb duck = new DuckDb(peer)) {
            Inputs inputs = Inputs.pin(house.lake(), house.library(), Subjects.ARRIVING);
            for (TableName table : Subjects.ARRIVING) {
                duck.takeDay(table, ORDER, ofDay(inputs.read(table), day));
            }
            for (Map.Entry<Model, DayWrites> each : writes.entrySet()) {
                Model model = each.getKey();
                Optional<Dataset<Row>> units =
                        model.by().equals(List.of(ORDER)) ? Optional.of(orders) : units(model, day);
                if (units.isEmpty()) {
                    told.leaveOut(
                            model.table(), "for a day, as no table that it reads tells its units by their orders");
                    continue;
                }
                day(model, each.getValue(), units.get().localCheckpoint(), what, duck);
            }
        }
    }

    private void day(Model model, DayWrites written, Dataset<Row> units, String what, DuckDb duck) throws SQLException {
        LocalDate date = OrderFiles.LAST_DAY.plusDays(1);
        DayWrites.Written usual = written.asUsual(units, date);
        DayWrites.Written merge = written.byMerge(units, date);
        Rebuild.Built plain = new Rebuild(house, model, house.folder().resolve("rebuilt"), date).byPlainSpark();
        Fingerprint ours = print(model, usual.rows());
        boolean loaded = !house.lake().exists(model.table())
                || ours.equals(print(model, house.lake().stored(model.table())));
        boolean rebuilt = loaded && ours.equals(print(model, rows(plain)));
        told.add(new Compared(what, name(model), usual.seconds(), Peer.PLAIN_SPARK, plain.seconds(), rebuilt));
        boolean merged = loaded && ours.equals(print(model, merge.rows()));
        told.add(new Compared(what, name(model), usual.seconds(), Peer.MERGE, merge.seconds(), merged));
        if (!builtByPeer.contains(model.table())) {
            return;
        }
        double seconds = duck.day(model, date, units, Subjects.ARRIVING, builtByPeer);
        boolean agreed =
                loaded && ours.equals(print(model, duck.rows(house.lake().spark(), model)));
        told.add(new Compared(what, name(model), usual.seconds(), Peer.DUCKDB, seconds, agreed));
    }

    /** The units that the orders of the day are in; empty when they cannot be told by them. */
    private Optional<Dataset<Row>> units(Model model, OrderFiles.Day day) {
        return model.reads().stream()
                .filter(house.lake()::exists)
                .map(house.lake()::stored)
                .filter(rows -> List.of(rows.columns()).contains(ORDER) && Subjects.carries(rows.columns(), model))
                .map(rows -> ofDay(rows, day)
                        .select(model.by().stream().map(name -> col(name)).toArray(Column[]::new)))
                .reduce(Dataset::union)
                .map(Dataset::distinct);
    }

    private static Dataset<Row> ofDay(Dataset<Row> rows, OrderFiles.Day day) {
        return rows.filter(col(ORDER).isin(day.orders().toArray()));
    }

    private Dataset<Row> rows(Rebuild.Built built) {
        return house.lake().spark().read().format("delta").load(built.table().toString());
    }

    private static Fingerprint print(Model model, Dataset<Row> rows) {
        return Fingerprint.of(model.table(), DuckDb.contractual(rows, model));
    }

    private static String name(Model model) {
        return model.table().toString();
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }
}
