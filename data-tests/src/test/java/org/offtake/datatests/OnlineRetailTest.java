package org.offtake.datatests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.models.Layer;

/** The real days, counted a second time by DuckDB from the raw files, and loaded in other ways. */
class OnlineRetailTest {
    private static final int EVERY = 30;
    private static final int SEEDS = 20;
    private static final int IN_TWO_GOES = 5;
    private static final int RECORDS_OF_A_DAY = 120;

    @TempDir
    private static Path scratch;

    private List<Path> days = List.of();

    @BeforeEach
    void findTheDays() throws IOException {
        String folder = System.getenv("ONLINE_RETAIL_DIR");
        assumeTrue(folder != null, "ONLINE_RETAIL_DIR is not set: it names the folder of the real daily files");
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            days = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void months_equal_an_independent_count_and_every_record_is_in_the_ledger() throws IOException, SQLException {
        RetailWarehouse warehouse = RetailWarehouse.in(scratch.resolve("whole"), SharedSpark.session());
        for (int day = 0; day < days.size(); day += EVERY) {
            Files.copy(days.get(day), warehouse.drop().resolve(days.get(day).getFileName()));
        }
        warehouse.load();

        assertThat(warehouse.revenue()).isEqualTo(countedByDuckDb(warehouse.drop()));
        assertThat(warehouse.unbalanced()).isEmpty();
        assertThat(warehouse.read()).isEqualTo(recordsByDuckDb(warehouse.drop()));

        Map<String, String> versions = warehouse.versions();
        warehouse.load();
        assertThat(warehouse.versions()).isEqualTo(versions);
    }

    @Test
    void order_split_merging_repetition_and_names_of_the_files_leave_no_trace() throws IOException {
        List<List<String>> records = new ArrayList<>();
        for (Path day : days.subList(0, 5)) {
            records.add(Files.readAllLines(day).subList(1, 1 + RECORDS_OF_A_DAY));
        }
        String header = Files.readAllLines(days.get(0)).get(0);
        SparkSession session = SharedSpark.forFewRows();
        RetailWarehouse whole = RetailWarehouse.in(scratch.resolve("at-once"), session);
        for (int day = 0; day < records.size(); day++) {
            write(whole.drop().resolve("day" + day + ".csv"), header, records.get(day));
        }
        whole.load();
        Map<String, String> silver = whole.fingerprints(Layer.SILVER);
        Map<String, String> gold = whole.fingerprints(Layer.GOLD);

        for (int seed = 1; seed <= SEEDS; seed++) {
            RetailWarehouse other = RetailWarehouse.in(scratch.resolve("seed-" + seed), session);
            Random random = new Random(seed);
            List<List<String>> files = cut(records, random);
            int goes = seed <= IN_TWO_GOES ? 2 : 1;
            for (int go = 0; go < goes; go++) {
                put(other, header, files, go * files.size() / goes, (go + 1) * files.size() / goes, random);
                other.take();
            }
            assertThat(other.fingerprints(Layer.SILVER)).as("seed %d", seed).isEqualTo(silver);
            assertThat(other.unbalanced()).as("seed %d", seed).isEmpty();
            if (seed == 1) {
                other.load();
                assertThat(other.fingerprints(Layer.GOLD)).isEqualTo(gold);
            }
        }
    }

    /** The days in any order, some cut in two, some put together with the next. */
    private static List<List<String>> cut(List<List<String>> days, Random random) {
        List<List<String>> shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, random);
        List<List<String>> files = new ArrayList<>();
        for (List<String> day : shuffled) {
            int place = 1 + random.nextInt(day.size() - 1);
            boolean together = random.nextInt(3) == 0 && !files.isEmpty();
            if (together) {
                List<String> both = new ArrayList<>(files.remove(files.size() - 1));
                both.addAll(day);
                files.add(both);
                continue;
            }
            files.add(day.subList(0, place));
            files.add(day.subList(place, day.size()));
        }
        return files;
    }

    /** Some of the files, and some of those once more under another name. */
    private static void put(
            RetailWarehouse warehouse, String header, List<List<String>> files, int from, int to, Random random)
            throws IOException {
        for (int file = from; file < to; file++) {
            write(warehouse.drop().resolve("f" + random.nextInt(100) + "-" + file + ".csv"), header, files.get(file));
            if (random.nextInt(3) == 0) {
                write(warehouse.drop().resolve("again" + file + ".csv"), header, files.get(file));
            }
        }
    }

    private static void write(Path file, String header, List<String> records) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(records);
        Files.write(file, lines);
    }

    private static Map<String, String> countedByDuckDb(Path folder) throws SQLException {
        String sql = """
                select strftime(date_trunc('month', InvoiceDate::timestamp), '%%Y-%%m-01') || ' '
                           || case when Country = 'Unspecified' then '' else Country end,
                       count(*) filter (not write_off) || ' lines ' || count(*) filter (write_off) || ' off '
                           || coalesce(sum(Quantity::bigint * UnitPrice::decimal(18, 4))
                                  filter (InvoiceNo not like 'C%%' and InvoiceNo not like 'A%%' and not write_off), 0)::decimal(18, 4)
                           || ' ' || coalesce(sum(Quantity::bigint * UnitPrice::decimal(18, 4))
                                  filter (InvoiceNo like 'C%%'), 0)::decimal(18, 4)
                           || ' ' || count(distinct InvoiceNo) filter (not write_off)
                           || ' ' || count(distinct CustomerID) filter (CustomerID is not null and CustomerID <> '' and not write_off)
                from (select *, Quantity::bigint < 0 and UnitPrice::decimal(18, 4) = 0 and InvoiceNo not like 'C%%' as write_off
                      from read_csv('%s/*.csv', all_varchar = true, header = true))
                group by 1
                """.formatted(folder);
        Map<String, String> counted = new TreeMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = duck.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                counted.put(rows.getString(1), rows.getString(2));
            }
        }
        return counted;
    }

    private static long recordsByDuckDb(Path folder) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = duck.createStatement()
                        .executeQuery("select count(*) from read_csv('" + folder
                                + "/*.csv', all_varchar = true, header = true)")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
