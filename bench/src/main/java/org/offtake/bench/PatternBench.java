package org.offtake.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.build.Building;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.detect.Teaching;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Session;
import org.offtake.etl.lake.TableWriter;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * What looking for customers who left their pattern costs: fitting what all teach, telling every episode of some years, and a night
 * after one more day of orders.
 *
 * @param folder where everything is made; must not exist
 */
public record PatternBench(Path folder, Path models, int customers, int years, Clock clock, PrintStream progress) {
    private static final TableName EPISODES = TableName.parse("gold.fact_pattern_episode");
    private static final TableName EDITIONS = TableName.parse("silver.pattern_editions");

    public PatternBench {
        if (customers < 100) {
            throw new IllegalArgumentException(
                    customers + " customers are too few to teach anything: ask for at least 100");
        }
        if (years < 2) {
            throw new IllegalArgumentException("the first year teaches: ask for at least 2 years, not " + years);
        }
    }

    /** Runs everything and prints what it cost. */
    public void run(PrintStream out) {
        SparkSession spark = Session.open(folder.resolve("scratch"));
        try {
            run(new Lake(spark, folder.resolve("lake")), Library.read(List.of(models)))
                    .forEach(load -> out.println(told(load)));
        } finally {
            spark.stop();
        }
    }

    private List<Measured> run(Lake lake, Library library) {
        Customers made = new Customers(lake.spark(), library, customers, years);
        write(lake, Customers.PARTIES, made.parties());
        write(lake, Customers.ORDER_DAYS, made.orderDays());
        say(lake.stored(Customers.ORDER_DAYS).count() + " rows of " + customers + " customers are made");
        LocalDate date = Customers.LAST_DAY;
        List<Measured> loads = new ArrayList<>();
        loads.add(measure("fit of the editions that are due", () -> fit(lake, library, date)));
        write(lake, EDITIONS, editions(lake));
        loads.add(measure("all episodes of " + years + " years", () -> build(lake, library, date)));
        Dataset<Row> next = made.nextDay();
        long ordered = next.select("party_id").distinct().count();
        next.write()
                .format("delta")
                .mode("append")
                .save(lake.path(Customers.ORDER_DAYS).toString());
        loads.add(measure(
                "a night, in which " + ordered + " customers had ordered",
                () -> build(lake, library, date.plusDays(1))));
        loads.add(measure("a night without orders", () -> build(lake, library, date.plusDays(2))));
        return loads;
    }

    private static void write(Lake lake, TableName table, Dataset<Row> rows) {
        new TableWriter(lake, table, List.of("source_system")).replaceAll(rows);
    }

    private void fit(Lake lake, Library library, LocalDate date) {
        Model model = library.model(EPISODES);
        Dataset<Row> rows =
                new Candidates(model, Inputs.pin(lake, library, model.reads()), date).selected(Optional.empty());
        new Teaching(rows, Optional.empty(), folder.resolve("told"))
                .fit(date, clock.instant())
                .forEach(edition -> say("fitted " + edition));
    }

    private Dataset<Row> editions(Lake lake) {
        return lake.spark()
                .read()
                .json(folder.resolve("told").toString())
                .selectExpr(
                        "'offtake' as source_system",
                        "'NL' as company_code",
                        "concat(system, company, validFrom) as pattern_edition_id",
                        "system as of_system",
                        "company as of_company",
                        "cast(validFrom as date) as valid_from_date",
                        "parameters");
    }

    private void build(Lake lake, Library library, LocalDate date) {
        Building building = new Building(library.model(EPISODES), library, lake.root(), folder.resolve("state"), date);
        if (!building.isUpToDate()) {
            Building.Built built = building.build(lake);
            say("built " + built.how() + ": " + built.written().inserted() + " rows in, "
                    + built.written().deleted() + " out");
        }
    }

    private Measured measure(String name, Runnable load) {
        Measured measured = new Meter(folder).measure(name, customers, new Phases(), load);
        say(told(measured));
        return measured;
    }

    private static String told(Measured load) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f s, %.1f s of CPU, peak of the process %d MiB",
                load.name(),
                load.seconds(),
                load.cpuSeconds(),
                load.peakMemory() >> 20);
    }

    private void say(String line) {
        progress.println(line);
    }
}
