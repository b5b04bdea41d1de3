package org.offtake.etl.extract;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;
import org.offtake.models.ReceivedColumn;
import org.offtake.models.SourceTable;

/**
 * The columns that are read of a table: those of the contract that it has, and its watermark.
 *
 * @param columns in the order of the contract
 * @param watermark empty when everything is read every time
 */
record ReadColumns(List<Read> columns, Optional<Read> watermark, List<String> warnings) {

    /**
     * One column.
     *
     * @param name as the contract writes it
     * @param theirs as the database writes it
     */
    record Read(String name, String theirs, DatabaseType type) {}

    /** Holds the contract against the columns that the database has. */
    static ReadColumns of(ResultSetMetaData found, SourceTable table, String what) throws SQLException {
        List<String> theirs = new ArrayList<>();
        for (int place = 1; place <= found.getColumnCount(); place++) {
            theirs.add(found.getColumnLabel(place));
        }
        List<Read> columns = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (ReceivedColumn column : table.columns()) {
            OptionalInt place = place(theirs, column.name());
            if (place.isPresent()) {
                columns.add(read(found, theirs, column.name(), place.getAsInt()));
                continue;
            }
            if (column.expected()) {
                throw missing(table, what, column.name(), theirs);
            }
            warnings.add("there is no column '" + column.name() + "'; its values are empty");
        }
        Optional<String> watermark = table.extract().flatMap(extract -> extract.watermark());
        Optional<Read> mark = Optional.empty();
        if (watermark.isPresent()) {
            OptionalInt place = place(theirs, watermark.get());
            mark = Optional.of(read(
                    found,
                    theirs,
                    watermark.get(),
                    place.orElseThrow(() -> missing(table, what, watermark.get(), theirs))));
        }
        return new ReadColumns(List.copyOf(columns), mark, List.copyOf(warnings));
    }

    List<String> names() {
        return columns.stream().map(Read::name).toList();
    }

    /** What stands after {@code select}; the watermark comes last. */
    String select() {
        List<String> selected = new ArrayList<>();
        columns.forEach(column -> selected.add(quoted(column.theirs())));
        watermark.ifPresent(column -> selected.add(quoted(column.theirs())));
        return selected.stream().collect(Collectors.joining(", "));
    }

    List<@Nullable String> values(ResultSet row) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            values.add(columns.get(place).type().text(row, place + 1));
        }
        return values;
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The same name, else the only one that differs by letter case alone. */
    private static OptionalInt place(List<String> theirs, String name) {
        if (theirs.contains(name)) {
            return OptionalInt.of(theirs.indexOf(name) + 1);
        }
        List<String> sameLetters =
                theirs.stream().filter(name::equalsIgnoreCase).toList();
        return sameLetters.size() == 1 ? OptionalInt.of(theirs.indexOf(sameLetters.get(0)) + 1) : OptionalInt.empty();
    }

    private static Read read(ResultSetMetaData found, List<String> theirs, String name, int place) throws SQLException {
        return new Read(name, theirs.get(place - 1), DatabaseType.of(found, place));
    }

    private static ContractException missing(SourceTable table, String what, String column, List<String> theirs) {
        return new ContractException(
                table.file(), what + " has no column '" + column + "'." + Nearest.hint(column, theirs));
    }
}
