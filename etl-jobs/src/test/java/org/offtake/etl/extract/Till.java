package org.offtake.etl.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.etl.files.ExpectedColumn;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.RecordFile;
import org.offtake.models.Dialect;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** One table of a source system named till, in a real PostgreSQL, and how it is read. */
record Till(Path folder, SourceServer source) {
    static final String BY_CHANGE = "table: shop.orders\nwatermark: changed";

    /** Two orders, the later one to the microsecond. */
    void fill() {
        source.run(
                "drop schema if exists shop cascade",
                "create schema shop",
                "create table shop.orders (id int, state text, changed timestamp)",
                "insert into shop.orders values (1, 'new', '2024-03-01 10:00:00'),"
                        + " (2, 'new', '2024-03-01 11:30:00.123456')");
    }

    /** What a reading that fails for good says. */
    String failure(String extract, String columns) {
        ServingException failure = catchThrowableOfType(ServingException.class, () -> read(extract, columns));
        assertThat(failure.retry()).isFalse();
        assertThat(failure).hasMessageContaining("Cannot read the query of source till/orders");
        return failure.getMessage();
    }

    Extracted read(String extract, String columns) {
        return read(source.database(), extract, columns);
    }

    Extracted read(String extract, String columns, Position last) {
        return extraction(source.database(), extract, columns).read(last.watermark(), spool());
    }

    Extracted read(Database database, String extract, String columns) {
        return extraction(database, extract, columns).read(Optional.empty(), spool());
    }

    private Extraction extraction(Database database, String extract, String columns) {
        SourceTable table = contract(extract, columns);
        Clock clock = Clock.fixed(Instant.parse("2024-03-02T06:00:00Z"), ZoneOffset.UTC);
        return new Extraction(database, table, table.extract().orElseThrow(), ZoneId.of("Europe/Amsterdam"), clock);
    }

    private SourceTable contract(String extract, String columns) {
        StringBuilder received = new StringBuilder();
        for (String column : columns.split(", ")) {
            received.append("  ").append(column).append(": {is: text}\n");
        }
        try {
            Path system = Files.createDirectories(folder.resolve("sources/till"));
            Files.createDirectories(folder.resolve("entities"));
            Files.writeString(
                    folder.resolve("entities/things.yml"),
                    "about: Things\nkey: thing_id\ncolumns:\n  thing_id: {is: id, about: Its number}\n");
            Files.writeString(
                    system.resolve("things.sql"), "select records._record from bronze.till_orders as records\n");
            Files.writeString(
                    system.resolve("orders.yml"),
                    "about: Orders.\nfrom: jdbc\n" + extract + "\ncolumns:\n" + received
                            + "becomes: {things: otherwise}\n");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return Library.read(List.of(folder)).sources().get(0);
    }

    private Path spool() {
        return folder.resolve("spool.jsonl");
    }

    /** The rows of the last reading, as landing sees them. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        List<ExpectedColumn> columns = Library.read(List.of(folder)).sources().get(0).columns().stream()
                .map(column -> ExpectedColumn.required(column.name()))
                .toList();
        try (RecordFile file = ReceivedFiles.open(spool(), Dialect.jsonLines(), columns)) {
            file.forEachRemaining(record -> rows.add(String.join(" ", record.values())));
        }
        return rows;
    }
}
