package org.offtake.datatests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.fingerprint.Fingerprint;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.ledger.Balance;
import org.offtake.etl.run.Pipeline;
import org.offtake.etl.run.Progress;
import org.offtake.models.Entity;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** A warehouse of the real daily files, in a folder of its own; its marts are worked out, not published. */
record RetailWarehouse(Path drop, Configuration configuration, Library library, Lake lake) {
    private static final LocalDate TODAY = LocalDate.of(2011, 3, 31);

    static RetailWarehouse in(Path home, SparkSession session) throws IOException {
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
        return new RetailWarehouse(
                drop, configuration, Library.read(List.of(models)), new Lake(session, configuration.lake()));
    }

    /** Takes what lies in the drop folder as far as silver. */
    void take() {
        pipeline().land();
        pipeline().conform();
    }

    /** Takes what lies in the drop folder as far as gold. */
    void load() {
        take();
        pipeline().build();
    }

    private Pipeline pipeline() {
        return new Pipeline(
                configuration, library, () -> lake, Optional::empty, TODAY, Clock.systemUTC(), Progress.silent());
    }

    Map<String, String> revenue() {
        Model model = library.model(TableName.parse("mart.kpi_revenue_month"));
        Inputs inputs = Inputs.pin(lake, library, model.reads());
        Map<String, String> revenue = new TreeMap<>();
        for (Row row : new Candidates(model, inputs, TODAY).of(Optional.empty()).collectAsList()) {
            revenue.put(
                    row.getAs("month_start_date") + " " + row.getAs("country"),
                    row.getAs("line_count") + " lines " + row.getAs("write_off_line_count") + " off "
                            + row.getAs("sales_amount") + " " + row.getAs("credit_amount") + " "
                            + row.getAs("invoice_count") + " " + row.getAs("customer_count"));
        }
        return revenue;
    }

    /** The fingerprints of the tables of some layers. */
    Map<String, String> fingerprints(Layer... layers) {
        Map<String, String> prints = new TreeMap<>();
        tables(layers).forEach(table -> {
            Fingerprint print =
                    Fingerprint.of(table, lake.read(table, lake.version(table).orElseThrow()));
            prints.put(table.toString(), print.rows() + " " + print.hash());
        });
        return prints;
    }

    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        tables(Layer.SILVER, Layer.GOLD)
                .forEach(table ->
                        versions.put(table.toString(), lake.version(table).toString()));
        return versions;
    }

    private List<TableName> tables(Layer... layers) {
        return Stream.concat(
                        library.entities().values().stream().map(Entity::table),
                        library.models().values().stream()
                                .filter(model -> !model.perDelivery())
                                .map(Model::table))
                .filter(table -> List.of(layers).contains(table.layer()) && lake.exists(table))
                .toList();
    }

    List<Row> unbalanced() {
        return new Balance(lake, library).unbalanced().collectAsList();
    }

    /** Records read, as the ledger has them. */
    long read() {
        return new Balance(lake, library).perSource().first().<Long>getAs("read");
    }
}
