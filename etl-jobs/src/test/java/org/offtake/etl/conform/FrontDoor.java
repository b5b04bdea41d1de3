package org.offtake.etl.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.SharedSession;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.land.Landed;
import org.offtake.etl.land.Landing;
import org.offtake.etl.ledger.Balance;
import org.offtake.etl.ledger.ControlTotals;
import org.offtake.etl.quarantine.CorrectionExport;
import org.offtake.etl.quarantine.QuarantinedRecords;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;

/** A drop folder, and the way from there to silver. */
final class FrontDoor {
    static final String LINES = "line_id,order_id,kind,quantity,wished_date,boxes,is_gift,updated_at";

    private static final Instant NOW = Instant.parse("2024-03-01T06:00:00Z");

    private final Path folder;
    private final Library library;
    private final Configuration configuration;
    private final Lake lake;
    private List<String> warnings = List.of();
    private int exports;

    FrontDoor(Path folder) throws IOException {
        this(folder, Path.of("src/test/resources/deliveries"));
    }

    /** A door whose contracts lie in a folder of their own. */
    FrontDoor(Path folder, Path models) throws IOException {
        this.library = Library.read(List.of(models));
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
        return takeAll(table).get(0);
    }

    /** Lands source tables and conforms them together. */
    List<Landed> takeAll(String... names) {
        List<SourceTable> tables = Stream.of(names).map(this::source).toList();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        List<Landed> landed = tables.stream()
                .map(table -> new Landing(configuration, table, () -> lake, () -> new Deliveries(lake).newest(), clock)
                        .land())
                .toList();
        Landed.register(() -> lake, landed);
        warnings = new Conforming(configuration, library, tables).conform(lake).warnings();
        return landed;
    }

    /** Where a file lies that is put into the folder. */
    Path drop(String name) {
        return folder.resolve(name);
    }

    /** Puts all files of another door into the folder. */
    FrontDoor copy(FrontDoor other) throws IOException {
        try (Stream<Path> files = Files.list(other.folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return this;
    }

    /** Writes what is in quarantine as a workbook beside the folder; each export is an hour later than the last. */
    Path export(String name, String table) throws IOException {
        Path file = folder.resolveSibling(name);
        exports++;
        new CorrectionExport(new QuarantinedRecords(lake), NOW.plusSeconds(3600L * exports))
                .write(file, List.of(source(table)));
        return file;
    }

    private SourceTable source(String table) {
        return library.sources().stream()
                .filter(candidate -> candidate.name().equals(table))
                .findFirst()
                .orElseThrow();
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

    /** Per delivery, how many of its records told last of what was deleted since. */
    List<String> deleted() {
        return new Balance(lake, library)
                .perDelivery().collectAsList().stream()
                        .map(row -> row.getAs("file_name") + " " + row.getAs("deleted"))
                        .toList();
    }

    List<Row> unbalanced() {
        return new Balance(lake, library).unbalanced().collectAsList();
    }

    /** Per currency: read = accepted + superseded + duplicate + quarantined, and how many amounts are no numbers. */
    List<String> money() {
        return totals().perSource().orElseThrow().collectAsList().stream()
                .map(row -> row.getAs("currency") + " " + row.getAs("read") + " = " + row.getAs("accepted") + " + "
                        + row.getAs("superseded") + " + " + row.getAs("duplicate") + " + " + row.getAs("quarantined")
                        + ", " + row.getAs("not_numeric") + " not numeric")
                .toList();
    }

    List<String> unbalancedMoney() {
        return totals().unbalanced().orElseThrow().collectAsList().stream()
                .map(row -> row.<String>getAs("currency"))
                .toList();
    }

    private ControlTotals totals() {
        return new ControlTotals(lake, library, configuration);
    }

    /** Takes rows out of silver behind everybody's back. */
    void lose(String entity, String condition) {
        Path table = lake.path(TableName.parse("silver." + entity));
        lake.spark().sql("delete from delta.`" + table + "` where " + condition);
    }

    private static String told(Row row) {
        return row.getAs("file_name") + "#" + row.getAs("edition") + " " + row.getAs("read") + " = "
                + row.getAs("accepted") + " + " + row.getAs("superseded") + " + " + row.getAs("duplicate") + " + "
                + row.getAs("quarantined");
    }
}
