package org.offtake.etl.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.offtake.models.Dialect;

/** Gives the fields of each row their names, and flaws the rows that do not fit the header. */
final class TableFile implements RecordFile {

    private final Rows rows;
    private final Closeable source;
    private final Header header;
    private final int[] places;
    private final int[] otherPlaces;
    private final List<String> warnings;
    private final boolean mayEndEarly;
    private @Nullable Row next;
    private long number;

    /**
     * Reads up to and including the header.
     *
     * @param mayEndEarly whether a row may leave out its last fields, as rows of a sheet do
     */
    TableFile(
            Rows rows,
            Closeable source,
            Dialect dialect,
            List<ExpectedColumn> expected,
            String file,
            List<String> warnings,
            boolean mayEndEarly)
            throws IOException {
        this.rows = rows;
        this.source = source;
        this.header = new HeaderSearch(rows, expected, file).find(dialect.header());
        this.places = expected.stream()
                .mapToInt(column -> header.placeOf(column.name()))
                .toArray();
        this.otherPlaces = IntStream.range(0, header.names().size())
                .filter(place -> Arrays.stream(places).noneMatch(known -> known == place))
                .toArray();
        this.warnings = new ArrayList<>(warnings);
        this.warnings.addAll(header.differencesFrom(expected));
        this.mayEndEarly = mayEndEarly;
        this.next = rows.next();
    }

    @Override
    public List<String> header() {
        return header.names();
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public ReceivedRecord next() {
        Row row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        try {
            next = rows.next();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        number++;
        Flaw own = row.flaw();
        Flaw flaw = own != null ? own : misfit(row);
        return new ReceivedRecord(
                number,
                row.line(),
                values(row),
                more(row),
                flaw == null ? Optional.empty() : Optional.of(ReceivedRecord.cut(row.text())),
                Optional.ofNullable(flaw));
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private @Nullable Flaw misfit(Row row) {
        int width = header.names().size();
        int count = row.fields().size();
        if (count > width) {
            return new Flaw(
                    Flaw.TOO_MANY_FIELDS,
                    row.where() + ": " + count + " fields where the header has " + width
                            + "; a delimiter inside a field needs quotes around the field");
        }
        if (count < width && !mayEndEarly) {
            return new Flaw(
                    Flaw.TOO_FEW_FIELDS,
                    row.where() + ": " + count + " fields where the header has " + width
                            + (row.endsFile() ? "; the file ends here without a line end, it may have been cut" : ""));
        }
        if (isBlank(row.fields())) {
            return new Flaw(Flaw.BLANK_RECORD, row.where() + ": every field is empty");
        }
        if (header.isRepeatedBy(row.fields())) {
            return new Flaw(Flaw.REPEATED_HEADER, row.where() + ": the header again");
        }
        return null;
    }

    private static boolean isBlank(List<@Nullable String> fields) {
        for (String field : fields) {
            if (field != null && !field.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private List<@Nullable String> values(Row row) {
        @Nullable String[] values = new @Nullable String[places.length];
        for (int index = 0; index < places.length; index++) {
            values[index] = valueAt(places[index], row);
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private Map<String, String> more(Row row) {
        if (otherPlaces.length == 0) {
            return Map.of();
        }
        Map<String, String> more = new LinkedHashMap<>();
        for (int place : otherPlaces) {
            String value = valueAt(place, row);
            if (value != null) {
                more.put(header.names().get(place), value);
            }
        }
        return Collections.unmodifiableMap(more);
    }

    private @Nullable String valueAt(int place, Row row) {
        if (place < 0) {
            return null;
        }
        if (place >= row.fields().size()) {
            return mayEndEarly ? "" : null;
        }
        String value = row.fields().get(place);
        return value == null || value.length() > CsvRows.LONGEST_FIELD ? null : value;
    }
}
