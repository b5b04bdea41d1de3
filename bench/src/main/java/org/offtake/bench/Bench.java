package org.offtake.bench;

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
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.lake.Session;

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

    public Bench {
        if (lines < SHORTEST) {
            throw new IllegalArgumentException(
                    lines + " order lines are too few to measure a day on: ask for at least " + SHORTEST);
        }
    }

    /** Runs everything and gives what it cost. */
    public Report run() {
        List<Measured> loads = new ArrayList<>();
        Comparisons compared = new Comparisons(this::say);
        SparkSession spark = Session.open(folder.resolve("scratch"));
        try {
            say("warming up on a short history; not counted");
            measure(spark, "warm-up", "", SHORTEST, new ArrayList<>(), new Comparisons(this::say));
            measure(spark, "once", "", lines, loads, compared);
            measure(spark, "ten-times", " on ten times the history", lines * 10, loads, compared);
        } finally {
            spark.stop();
        }
        return new Report(loads, compared);
    }

    private void measure(
            SparkSession spark, String name, String where, long history, List<Measured> loads, Comparisons compared) {
        Path home = folder.resolve(name);
        try (BenchHouse house = BenchHouse.make(home, models, spark, clock)) {
            OrderFiles files = house.files(history);
            files.history();
            LocalDate date = OrderFiles.LAST_DAY;
            add(loads, house.run("full load of " + history + " lines", history, date));
            add(loads, house.run("nothing arrived" + where, 0, date));
            again(home.resolve("drop"));
            add(loads, house.run("the same files again" + where, 0, date));
            Comparison comparison = new Comparison(house, compared);
            comparison.full(history + " lines in full");
            OrderFiles.Day usual = files.day(1, DAY);
            add(loads, house.run("a day" + where, usual.lines(), date.plusDays(1)));
            comparison.day(usual, "a day on " + history + " lines");
            OrderFiles.Day busy = files.day(2, DAY * BUSY);
            add(loads, house.run("a busy day" + where, busy.lines(), date.plusDays(2)));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("the bench cannot go on in " + home, failure);
        }
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
