package org.offtake.etl.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.SharedSession;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.land.Landed;
import org.offtake.etl.land.Landing;
import org.offtake.etl.ledger.Balance;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;

/** A drop folder, and the way from there to silver. */
final class FrontDoor {
    static final String LINES = "line_id,order_id,kind,quantity,wished_date,boxes,is_gift,updated_at";

    private final Path folder;
    private final Library library = Library.read(List.of(Path.of("src/test/resources/deliveries")));
    private final Configuration configuration;
    private final Lake lake;
    private List<String> warnings = List.of();

    FrontDoor(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("drop"));
        Path file = Files.writeString(folder.resolve("offtake.yml"), """
                company: {code: NL, zone: Europe/Amsterdam, currency: EUR}
                sources:
                  web_shop: {folder: drop}
                """);
        this.configuration = Configuration.read(file, Map.of());
        this.lake = new Lake(SharedSession.get(), configuration.lake());
    }

    /** Puts a file into the folder, or a new edition under an old name. */
    FrontDoor put(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        return this;
    }

    /** Lands and conforms one source table. */
    Landed take(String table) {
        SourceTable source = library.sources().stream()
                .filter(candidate -> candidate.name().equals(table))
                .findFirst()
                .orElseThrow();
        Clock clock = Clock.fixed(Instant.parse("2024-03-01T06:00:00Z"), ZoneOffset.UTC);
        Landed landed =
                new Landing(configuration, source, () -> lake, () -> new Deliveries(lake).newest(), clock).land();
        Landed.register(() -> lake, List.of(landed));
        warnings = new Conforming(configuration, library, List.of(source))
                .conform(lake)
                .warnings();
        return landed;
    }

    /** The rows that models see, as texts of some columns. */
    List<String> silver(String entity, String... columns) {
        TableName table = TableName.parse("silver." + entity);
        return lake
                .read(table, lake.version(table).orElseThrow())
                .selectExpr("concat_ws(' ', " + String.join(", ", columns) + ")")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** What the last conforming warned of. */
    List<String> warnings() {
        return warnings;
    }

    List<String> quarantine(String... columns) {
        return silver("quarantined_records", columns);
    }

    /** Per delivery: file, edition, read = accepted + superseded + duplicate + quarantined. */
    List<String> ledger() {
        return new Balance(lake, library)
                .perDelivery().collectAsList().stream().map(FrontDoor::told).toList();
    }

    List<Row> unbalanced() {
        return new Balance(lake, library).unbalanced().collectAsList();
    }

    private static String told(Row row) {
        return row.getAs("file_name") + "#" + row.getAs("edition") + " " + row.getAs("read") + " = "
                + row.getAs("accepted") + " + " + row.getAs("superseded") + " + " + row.getAs("duplicate") + " + "
                + row.getAs("quarantined");
    }
}
