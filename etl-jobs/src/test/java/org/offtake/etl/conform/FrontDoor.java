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
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.SharedSession;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.land.Landed;
import org.offtake.etl.land.Landing;
import org.offtake.etl.quarantine.CorrectionExport;
import org.offtake.etl.quarantine.QuarantinedRecords;
import org.offtake.etl.run.SourceKeys;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;

/** A drop folder, and the way from there to silver. */
final class FrontDoor {
    static final String LINES = "line_id,order_id,kind,quantity,wished_date,boxes,is_gift,updated_at";

    private static final Instant MORNING = Instant.parse("2024-03-01T06:00:00Z");

    private final Path folder;
    private final Path models;
    private final Configuration configuration;
    private final Lake lake;
    private Library library;
    private List<String> warnings = List.of();
    private int landings;
    private int exports;

    FrontDoor(Path folder) throws IOException {
        this(folder, "");
    }

    /** With more source systems than the two that come as files. */
    FrontDoor(Path folder, String sources) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("drop"));
        this.models = folder.resolve("models");
        FileUtils.copyDirectory(Path.of("src/test/resources/deliveries").toFile(), models.toFile());
        this.library = Library.read(List.of(models));
        Path file = Files.writeString(folder.resolve("offtake.yml"), """
                company: {code: NL, zone: Europe/Amsterdam, currency: EUR}
                sources:
                  web_shop: {folder: drop}
                  depot: {folder: drop}
                """ + sources);
        this.configuration = Configuration.read(file, Map.of());
        this.lake = new Lake(SharedSession.get(), configuration.lake());
    }

    /** Puts a file into the folder, or a new edition under an old name. */
    FrontDoor put(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        return this;
    }

    /** Puts the one Parquet file that Spark writes for a SELECT into the folder. */
    FrontDoor putParquet(String name, String select) throws IOException {
        Path written = folder.resolveSibling("written-" + name);
        lake.spark().sql(select).coalesce(1).write().parquet(written.toString());
        try (Stream<Path> files = Files.list(written)) {
            Path part = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.move(part, folder.resolve(name));
        }
        return this;
    }

    /** Lands and conforms one source table. */
    Landed take(String table) {
        return takeAll(table).get(0);
    }

    /** Lands source tables and conforms them together. */
    List<Landed> takeAll(String... names) {
        List<SourceTable> tables = Stream.of(names).map(this::source).toList();
        Clock clock = Clock.fixed(MORNING.plusSeconds(60L * landings++), ZoneOffset.UTC);
        List<Landed> landed = tables.stream()
                .map(table -> new Landing(configuration, table, () -> lake, () -> new Deliveries(lake).newest(), clock)
                        .land())
                .toList();
        Landed.register(() -> lake, landed);
        warnings = new Conforming(configuration, library, tables).conform(lake, line -> {});
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
        new CorrectionExport(new QuarantinedRecords(lake), MORNING.plusSeconds(3600L * exports))
                .write(file, List.of(source(table)));
        return file;
    }

    /** Looks for something to land where the lake is closed: it fails when there is anything. */
    Landed look(String table) {
        Landed landed = new Landing(
                        configuration,
                        source(table),
                        () -> {
                            throw new IllegalStateException("the lake was opened");
                        },
                        () -> {
                            throw new IllegalStateException("the register was opened");
                        },
                        Clock.fixed(MORNING, ZoneOffset.UTC))
                .land();
        Landed.register(() -> lake, List.of(landed));
        return landed;
    }

    /** Puts one text of a contract in the place of another. */
    void change(String contract, String text, String other) throws IOException {
        Path file = models.resolve(contract);
        Files.writeString(file, Files.readString(file).replace(text, other));
        library = Library.read(List.of(models));
    }

    /** Gives the register of deliveries the shape that it had before it knew of databases. */
    void takePositionsAway() {
        lake.stored(Deliveries.TABLE)
                .drop("position")
                .write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .save(lake.path(Deliveries.TABLE).toString());
    }

    /** How the keys of databases compare with what is here. */
    List<SourceKeys.Compared> sourceKeys() {
        return new SourceKeys(configuration, library, lake, Clock.fixed(MORNING, ZoneOffset.UTC)).all();
    }

    /** Loses what the steps remember. */
    void forget() throws IOException {
        FileUtils.deleteDirectory(configuration.state().toFile());
    }

    /** The versions of the tables that a landing writes. */
    String versions() {
        return library.sources().stream()
                        .map(source -> lake.version(source.bronze()).toString())
                        .toList()
                + " " + lake.version(Deliveries.TABLE);
    }

    private SourceTable source(String table) {
        return library.sources().stream()
                .filter(candidate -> candidate.name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    /** The rows that models see, as texts of some columns. */
    List<String> silver(String entity, String... columns) {
        return rows(TableName.parse("silver." + entity))
                .selectExpr("concat_ws(' ', " + String.join(", ", columns) + ")")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** The rows that models see. */
    Dataset<Row> rows(TableName table) {
        return lake.read(table, lake.version(table).orElseThrow());
    }

    /** What the last conforming warned of. */
    List<String> warnings() {
        return warnings;
    }

    List<String> quarantine(String... columns) {
        return silver("quarantined_records", columns);
    }

    /** What the ledger says. */
    Book book() {
        return new Book(lake, library, configuration);
    }

    /** Takes rows out of silver behind everybody's back. */
    void lose(String entity, String condition) {
        Path table = lake.path(TableName.parse("silver." + entity));
        lake.spark().sql("delete from delta.`" + table + "` where " + condition);
    }
}
