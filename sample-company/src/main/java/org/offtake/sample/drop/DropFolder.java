package org.offtake.sample.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folder of one source system: a file per table and day, written a day at a time. */
public final class DropFolder {
    private final Path folder;
    private final SourceSystem system;
    private final DamageLedger damage;

    public DropFolder(Path parent, SourceSystem system, DamageLedger damage) throws IOException {
        this.folder = Files.createDirectories(parent.resolve(system.name()));
        this.system = system;
        this.damage = damage;
    }

    /** Writes a file for every table that has rows this day. */
    public void write(LocalDate day, List<Row> rows) throws IOException {
        Map<String, List<Row>> byTable = new LinkedHashMap<>();
        for (Row row : rows) {
            byTable.computeIfAbsent(row.table().name(), any -> new ArrayList<>())
                    .add(row);
        }
        for (List<Row> sameTable : byTable.values()) {
            writeTable(day, sameTable.get(0).table(), sameTable);
        }
    }

    private void writeTable(LocalDate day, Table table, List<Row> rows) throws IOException {
        Dialect dialect = system.dialect();
        String name = table.name() + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + dialect.ending();
        Path file = folder.resolve(name);
        int line = dialect.firstLine();
        try (Dialect.Sheet sheet = dialect.open(file, table)) {
            for (Row row : rows) {
                Optional<DamageLedger.Planned> struck = damage.strike(system.name(), row);
                if (struck.isEmpty()) {
                    sheet.write(row.values());
                } else {
                    DamageLedger.Planned planned = struck.get();
                    if (planned.kind() == DamageKind.DUPLICATE) {
                        sheet.write(row.values());
                        line++;
                    }
                    sheet.write(DamageLedger.damagedValues(planned, row, dialect));
                    damage.note(file, line, planned, row);
                }
                line++;
            }
        }
    }
}
