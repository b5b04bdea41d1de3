package org.offtake.bench;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.fingerprint.Fingerprint;
import org.offtake.etl.lake.Session;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * The loads, one after the other in one process: a history, days on it, nothing, and ten times the history.
 *
 * @param folder where everything is made; must not exist
 * @param lines order lines of the smaller history
 */
public record Bench(Path folder, Path models, long lines, Clock clock, PrintStream progress) {
    /** Order lines that a usual day sends. */
    private static final int DAY = 2_000;

    private static final int BUSY = 10;

    /** Shorter histories are too short for a busy day's corrections. */
    private static final long SHORTEST = 4_000;

    private static final TableName FACT = TableName.parse("gold.fact_order_line");
    private static final List<TableName> CHANGING =
            List.of(TableName.parse("silver.orders"), TableName.parse("silver.order_lines"));

    public Bench {
        if (lines < SHORTEST) {
            throw new IllegalArgumentException(
                    lines + " order lines are too few to measure a day on: ask for at least " + SHORTEST);
        }
    }

    /** Runs everything and gives what it cost. */
    public Report run() {
        List<Measured> loads = new ArrayList<>();
        List<Compared> compared = new ArrayList<>();
        SparkSession spark = Session.open(folder.resolve("scratch"));
        try {
            say("warming up on a short history; not counted");
            measure(spark, "warm-up", "", SHORTEST, new ArrayList<>(), new ArrayList<>());
            measure(spark, "once", "", lines, loads, compared);
            measure(spark, "ten-times", " on ten times the history", lines * 10, loads, compared);
        } finally {
            spark.stop();
        }
        return new Report(loads, compared);
    }

    private void measure(
            SparkSession spark,
            String name,
            String where,
            long history,
            List<Measured> loads,
            List<Compared> compared) {
        Path home = folder.resolve(name);
        try (BenchHouse house = BenchHouse.make(home, models, spark, clock)) {
            OrderFiles files = house.files(history);
            files.history();
            LocalDate date = OrderFiles.LAST_DAY;
            add(loads, house.run("full load of " + history + " lines", history, date));
            Model fact = house.library().model(FACT);
            double engine = rebuild(house, fact, history, compared);
            add(loads, house.run("nothing arrived" + where, 0, date));
            again(home.resolve("drop"));
            add(loads, house.run("the same files again" + where, 0, date));
            try (DuckDb peer = new DuckDb(fact, Files.createDirectories(home.resolve("peer")))) {
                full(house, fact, peer, history, engine, compared);
                DayWrites writes = DayWrites.before(house, fact, home.resolve("writes"));
                OrderFiles.Day usual = files.day(1, DAY);
                add(loads, house.run("a day" + where, usual.lines(), date.plusDays(1)));
                day(house, peer, writes, usual, where, compared);
            }
            OrderFiles.Day busy = files.day(2, DAY * BUSY);
            add(loads, house.run("a busy day" + where, busy.lines(), date.plusDays(2)));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("the bench cannot go on in " + home, failure);
        }
    }

    /** Each way twice, in turn, and the better one counts: the first pays for the compiling. */
    private double rebuild(BenchHouse house, Model fact, long history, List<Compared> compared) {
        Rebuild rebuild = new Rebuild(house, fact, house.folder().resolve("rebuilt"), OrderFiles.LAST_DAY);
        double plain = rebuild.byPlainSpark();
        double engine = rebuild.byEngine();
        plain = Math.min(plain, rebuild.byPlainSpark());
        engine = Math.min(engine, rebuild.byEngine());
        compared.add(new Compared(FACT + " of " + history + " lines in full", engine, "plain Spark", plain, true));
        return engine;
    }

    private void full(BenchHouse house, Model fact, DuckDb peer, long history, double engine, List<Compared> compared)
            throws SQLException {
        Inputs inputs = Inputs.pin(house.lake(), house.library(), fact.reads());
        for (TableName table : fact.reads()) {
            peer.take(table, inputs.read(table));
        }
        double seconds = peer.full();
        compared.add(new Compared(
                FACT + " of " + history + " lines in full", engine, "DuckDB", seconds, sameRows(house, peer)));
    }

    private void day(
            BenchHouse house, DuckDb peer, DayWrites writes, OrderFiles.Day day, String where, List<Compared> compared)
            throws SQLException {
        LocalDate date = OrderFiles.LAST_DAY.plusDays(1);
        double usual = writes.asUsual(day.orders(), date);
        double merge = writes.byMerge(day.orders(), date);
        compared.add(new Compared(FACT + " of a day" + where, usual, "the same engine with MERGE", merge, true));
        Inputs inputs = Inputs.pin(house.lake(), house.library(), CHANGING);
        for (TableName table : CHANGING) {
            peer.takeDay(
                    table,
                    inputs.read(table).filter(col("order_id").isin(day.orders().toArray())));
        }
        double seconds = peer.day(CHANGING, "order_id");
        compared.add(new Compared(FACT + " of a day" + where, usual, "DuckDB", seconds, sameRows(house, peer)));
    }

    private static boolean sameRows(BenchHouse house, DuckDb peer) throws SQLException {
        Dataset<Row> ours = house.lake().stored(FACT);
        Dataset<Row> theirs = peer.rows(house.lake().spark(), ours);
        return Fingerprint.of(FACT, ours).equals(Fingerprint.of(FACT, theirs));
    }

    /** Every file of orders arrives again: the same bytes at another time. */
    private static void again(Path drop) {
        try (var files = Files.newDirectoryStream(drop, "orders_*.csv")) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                Files.delete(file);
                Files.write(file, bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the files of " + drop + " cannot be sent again", failure);
        }
    }

    private void add(List<Measured> loads, Measured load) {
        loads.add(load);
        say(String.format(Locale.ROOT, "%s: %.1f s", load.name(), load.seconds()));
    }

    private void say(String line) {
        progress.println(line);
    }
}
