package org.offtake.etl.followup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.ReceivedRecord;
import org.offtake.etl.files.RecordFile;
import org.offtake.etl.land.BronzeRows;
import org.offtake.models.Library;
import org.offtake.models.ReceivedColumn;
import org.offtake.models.SourceTable;

/** The sheet as its source contract says it is: a row for each signal, what is told at the left, what is filled in at the right. */
record FollowupSheet(SourceTable table) {
    private static final String TABLE = "followup_sheets";
    private static final String PREFIX = "followups";

    /** The columns, in the order of the contract. */
    enum Cell {
        SIGNAL(14),
        SALESPERSON(20),
        CUSTOMER_NUMBER(14),
        CUSTOMER(28),
        TOLD_ON(12),
        STAKE(14),
        CURRENCY(8),
        TEXT(80),
        STATUS(26),
        CAUSE(26),
        ACTION(26),
        OUTCOME(26),
        EXPECTED(14),
        NAME(18),
        DAY(12),
        SHEET(18),
        MADE_ON(12);

        private final int width;

        Cell(int width) {
            this.width = width;
        }

        /** In characters. */
        int width() {
            return width;
        }

        /** Whether people fill it in. */
        boolean isOpen() {
            return compareTo(STATUS) >= 0 && compareTo(DAY) <= 0;
        }

        /** Which codes people choose from; empty where they write. */
        String choices() {
            return compareTo(STATUS) >= 0 && compareTo(OUTCOME) <= 0 ? name() : "";
        }
    }

    static FollowupSheet of(Library library) {
        return new FollowupSheet(library.sourcesOf(Configuration.OWN).stream()
                .filter(source -> source.name().equals(TABLE))
                .findFirst()
                .orElseThrow());
    }

    List<String> names() {
        return table.columns().stream().map(ReceivedColumn::name).toList();
    }

    /** What people filled in, by row of the sheet: {@code Stand / Status 'ACTED', Naam / Name 'Els'}. */
    Map<Long, String> filledIn(Path workbook) {
        Map<Long, String> filled = new HashMap<>();
        try (RecordFile records = ReceivedFiles.open(workbook, table.dialect(), new BronzeRows(table).expected())) {
            records.forEachRemaining(record -> filled.put(record.line(), filledIn(record)));
        }
        return filled;
    }

    private String filledIn(ReceivedRecord record) {
        List<String> names = names();
        return Stream.of(Cell.values())
                .filter(Cell::isOpen)
                .map(Cell::ordinal)
                .filter(column -> !Optional.ofNullable(record.values().get(column))
                        .orElse("")
                        .isBlank())
                .map(column -> names.get(column) + " '" + record.values().get(column) + "'")
                .collect(Collectors.joining(", "));
    }

    /** The name under which it is taken in. */
    static String fileName(Path workbook) {
        String name = String.valueOf(workbook.getFileName());
        return name.toLowerCase(Locale.ROOT).startsWith(PREFIX)
                ? PREFIX + name.substring(PREFIX.length())
                : PREFIX + "_" + name;
    }
}
