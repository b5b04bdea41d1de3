package org.offtake.etl.guess;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.ReceivedRecord;
import org.offtake.etl.files.RecordFile;
import org.offtake.models.Dialect;

/**
 * The first records of a file.
 *
 * @param columns the values that say something, by column; a column of a file without a header is called by its place
 */
record Sample(Dialect dialect, Map<String, List<String>> columns, int records) {
    static final int RECORDS = 1_000;

    /** Of a file that names the columns in each record, or apart from them. */
    static Sample ofNamed(Path file, Dialect dialect) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        int records = 0;
        try (RecordFile opened = ReceivedFiles.open(file, dialect, List.of())) {
            opened.header().forEach(name -> columns.put(name, new ArrayList<>()));
            while (opened.hasNext() && records < RECORDS) {
                ReceivedRecord record = opened.next();
                records++;
                record.more().forEach((name, value) -> add(columns, name, value));
            }
            opened.header().forEach(name -> columns.computeIfAbsent(name, absent -> new ArrayList<>()));
        }
        return new Sample(dialect, columns, records);
    }

    /** Of rows below a header, or of all rows when nothing names their fields. */
    static Sample ofRows(Dialect dialect, List<String> names, List<List<String>> rows) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        names.forEach(name -> columns.put(name, new ArrayList<>()));
        for (List<String> row : rows) {
            for (int place = 0; place < Math.min(row.size(), names.size()); place++) {
                add(columns, names.get(place), row.get(place));
            }
        }
        return new Sample(dialect, columns, rows.size());
    }

    private static void add(Map<String, List<String>> columns, String name, String value) {
        if (!value.isBlank()) {
            columns.computeIfAbsent(name, fresh -> new ArrayList<>()).add(value.strip());
        }
    }
}
