package org.offtake.sample.drop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The folder of one source system, written a day at a time; a file is named by its table and its last day. */
public final class DropFolder implements Closeable {
    private final Path folder;
    private final SourceSystem system;
    private final UnaryOperator<LocalDate> fileDay;
    private final DamageLedger damage;
    private final Map<String, OpenFile> open = new HashMap<>();

    /** {@code fileDay} gives the last day of the file that carries a day. */
    public DropFolder(Path parent, SourceSystem system, UnaryOperator<LocalDate> fileDay, DamageLedger damage)
            throws IOException {
        this.folder = Files.createDirectories(parent.resolve(system.name()));
        this.system = system;
        this.fileDay = fileDay;
        this.damage = damage;
    }

    /** Writes what lands on a day, and closes the files that end with it. */
    public void write(LocalDate day, List<Row> rows) throws IOException {
        for (Row row : rows) {
            write(day, row);
        }
        for (OpenFile file : List.copyOf(open.values())) {
            if (!file.lastDay.isAfter(day)) {
                file.sheet.close();
                open.remove(file.table);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (OpenFile file : new ArrayList<>(open.values())) {
            file.sheet.close();
        }
        open.clear();
    }

    private void write(LocalDate day, Row row) throws IOException {
        OpenFile file = open.get(row.table().name());
        if (file == null) {
            file = opened(row.table(), row.table().isSnapshot() ? day : fileDay.apply(day));
            open.put(file.table, file);
        }
        Optional<DamageLedger.Planned> struck = damage.strike(system.name(), row);
        if (struck.isEmpty()) {
            file.write(row.values());
            return;
        }
        DamageLedger.Planned planned = struck.get();
        if (planned.kind() == DamageKind.DUPLICATE) {
            file.write(row.values());
        }
        file.write(DamageLedger.damagedValues(planned, row, system.dialect()));
        damage.note(file.path, file.line, planned, row);
    }

    private OpenFile opened(Table table, LocalDate lastDay) throws IOException {
        Dialect dialect = system.dialect();
        String name = table.name() + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(lastDay) + dialect.ending();
        Path path = folder.resolve(name);
        return new OpenFile(table.name(), lastDay, path, dialect.open(path, table), dialect.firstLine() - 1);
    }

    /** A file being written, with the line last written. */
    private static final class OpenFile {
        private final String table;
        private final LocalDate lastDay;
        private final Path path;
        private final Dialect.Sheet sheet;
        private int line;

        OpenFile(String table, LocalDate lastDay, Path path, Dialect.Sheet sheet, int line) {
            this.table = table;
            this.lastDay = lastDay;
            this.path = path;
            this.sheet = sheet;
            this.line = line;
        }

        void write(List<Object> values) throws IOException {
            sheet.write(values);
            line++;
        }
    }
}
