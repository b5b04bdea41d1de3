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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.fingerprint.Fingerprint;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.ledger.Balance;
import org.offtake.etl.run.Pipeline;
import org.offtake.etl.run.Progress;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** The real days, counted a second time by DuckDB from the raw files, and loaded in other ways. */
class OnlineRetailTest {
    private static final int DAYS = 12;
    private static final List<String> TABLES = List.of(
            "silver.invoice_lines",
            "silver.stock_movements",
            "gold.dim_party",
            "gold.dim_product",
            "gold.fact_invoice_line",
            "gold.fact_stock_movement");

    @TempDir
    private static Path scratch;

    private static List<Path> days = List.of();

    @BeforeAll
    static void findTheDays() throws IOException {
        String folder = System.getenv("ONLINE_RETAIL_DIR");
        assumeTrue(folder != null, "ONLINE_RETAIL_DIR is not set: it names the folder of the real daily files");
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            days = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .limit(DAYS)
                    .toList();
        }
    }

    @Test
    void months_equal_an_independent_count_and_every_record_is_in_the_ledger() throws IOException, SQLException {
        Warehouse warehouse = Warehouse.in(scratch.resolve("whole"));
        for (Path day : days) {
            Files.copy(day, warehouse.drop().resolve(day.getFileName()));
        }
        warehouse.load();

        assertThat(warehouse.revenue()).isEqualTo(countedByDuckDb(warehouse.drop()));
        Balance balance = new Balance(warehouse.lake(), warehouse.library());
        assertThat(balance.unbalanced().collectAsList()).isEmpty();
        long read = balance.perSource().first().<Long>getAs("read");
        assertThat(read).isEqualTo(recordsByDuckDb(warehouse.drop()));

        Map<String, String> versions = warehouse.versions();
        warehouse.load();
        assertThat(warehouse.versions()).isEqualTo(versions);
    }

    @Test
    void order_split_repetition_and_names_of_the_files_leave_no_trace() throws IOException {
        Warehouse whole = Warehouse.in(scratch.resolve("at-once"));
        for (Path day : days.subList(0, 6)) {
            Files.copy(day, whole.drop().resolve(day.getFileName()));
        }
        whole.load();

        Warehouse cut = Warehouse.in(scratch.resolve("cut"));
        Random random = new Random(7);
        List<Path> shuffled = new ArrayList<>(days.subList(0, 6));
        Collections.shuffle(shuffled, random);
        for (int step = 0; step < shuffled.size(); step++) {
            List<String> lines = Files.readAllLines(shuffled.get(step));
            int place = 1 + random.nextInt(lines.size() - 1);
            write(cut.drop().resolve("a" + step + ".csv"), lines, 1, place);
            if (step % 3 == 2) {
                cut.load();
            }
            write(cut.drop().resolve("b" + step + ".csv"), lines, place, lines.size());
            Files.copy(cut.drop().resolve("b" + step + ".csv"), cut.drop().resolve("again" + step + ".csv"));
        }
        cut.load();

        assertThat(cut.fingerprints()).isEqualTo(whole.fingerprints());
        assertThat(new Balance(cut.lake(), cut.library()).unbalanced().collectAsList())
                .isEmpty();
    }

    private static void write(Path file, List<String> lines, int from, int to) throws IOException {
        List<String> part = new ArrayList<>(List.of(lines.get(0)));
        part.addAll(lines.subList(from, to));
        Files.write(file, part);
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

    /** A warehouse of the real days in a folder of its own; the marts are worked out, not published. */
    private record Warehouse(Path drop, Configuration configuration, Library library, Lake lake) {
        static Warehouse in(Path home) throws IOException {
            Path drop = Files.createDirectories(home.resolve("drop"));
            Path file = home.resolve("offtake.yml");
            Files.writeString(file, """
                    company: {code: online-retail, zone: Europe/London, currency: GBP}
                    home: work
                    sources:
                      online_retail: {folder: drop}
                    """);
            Configuration configuration = Configuration.read(file, Map.of());
            Path models = Path.of(System.getProperty("offtake.house")).resolve("models");
            return new Warehouse(
                    drop,
                    configuration,
                    Library.read(List.of(models)),
                    new Lake(SharedSpark.session(), configuration.lake()));
        }

        void load() {
            Pipeline pipeline = new Pipeline(
                    configuration,
                    library,
                    () -> lake,
                    LocalDate.of(2011, 3, 31),
                    Clock.systemUTC(),
                    Progress.silent());
            pipeline.land();
            pipeline.conform();
            pipeline.build();
        }

        Map<String, String> revenue() {
            Model model = library.model(TableName.parse("mart.kpi_revenue_month"));
            Inputs inputs = Inputs.pin(lake, library, model.reads());
            Map<String, String> revenue = new TreeMap<>();
            for (Row row : new Candidates(model, inputs, LocalDate.of(2011, 3, 31))
                    .of(Optional.empty())
                    .collectAsList()) {
                revenue.put(
                        row.getAs("month_start_date") + " " + row.getAs("country"),
                        row.getAs("line_count") + " lines " + row.getAs("write_off_line_count") + " off "
                                + row.getAs("sales_amount") + " " + row.getAs("credit_amount") + " "
                                + row.getAs("invoice_count") + " " + row.getAs("customer_count"));
            }
            return revenue;
        }

        Map<String, String> fingerprints() {
            Map<String, String> prints = new TreeMap<>();
            for (String name : TABLES) {
                TableName table = TableName.parse(name);
                Fingerprint print = Fingerprint.of(
                        table, lake.read(table, lake.version(table).orElseThrow()));
                prints.put(name, print.rows() + " " + print.hash());
            }
            return prints;
        }

        Map<String, String> versions() {
            Map<String, String> versions = new TreeMap<>();
            TABLES.forEach(name ->
                    versions.put(name, lake.version(TableName.parse(name)).toString()));
            return versions;
        }
    }
}
