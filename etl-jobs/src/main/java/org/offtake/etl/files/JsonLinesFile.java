package org.offtake.etl.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One JSON object per line; the names of its columns are known when it has been read. */
final class JsonLinesFile implements RecordFile {

    /** Names that are remembered for the header. */
    private static final int MOST_NAMES = 10_000;

    private final PhysicalLines lines;
    private final Closeable source;
    private final List<ExpectedColumn> expected;
    private final String file;
    private final List<String> warnings;
    private final JsonObjects objects = new JsonObjects();
    private final Set<String> names = new LinkedHashSet<>();
    private @Nullable Line next;
    private long number;

    JsonLinesFile(
            PhysicalLines lines, Closeable source, List<ExpectedColumn> expected, String file, List<String> warnings)
            throws IOException {
        this.lines = lines;
        this.source = source;
        this.expected = expected;
        this.file = file;
        this.warnings = warnings;
        this.next = nextLine();
        if (next == null) {
            throw new RefusedFile(RefusedFile.EMPTY, file + ": the file has no record; ask its sender for it again");
        }
        if (next.text().strip().equals("[")) {
            throw new RefusedFile(
                    RefusedFile.WRONG_FORMAT,
                    file + ": line " + next.number()
                            + " begins a JSON array; ask its sender for one object per line, without the array");
        }
    }

    @Override
    public List<String> header() {
        return List.copyOf(names);
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public ReceivedRecord next() {
        Line line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        number++;
        ReceivedRecord record = record(line);
        try {
            next = nextLine();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (next == null) {
            refuseMissingColumns();
        }
        return record;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private @Nullable Line nextLine() throws IOException {
        Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private ReceivedRecord record(Line line) {
        Optional<Flaw> flaw = LineFlaws.of(line);
        if (flaw.isPresent()) {
            return flawed(line, flaw.get());
        }
        try {
            return good(line, objects.read(line.text()));
        } catch (JsonObjects.Unusable unusable) {
            return flawed(line, unusable.flaw());
        }
    }

    private ReceivedRecord good(Line line, Map<String, @Nullable String> values) {
        for (Map.Entry<String, @Nullable String> entry : values.entrySet()) {
            String value = entry.getValue();
            if (value != null && value.length() > CsvRows.LONGEST_FIELD) {
                return flawed(line, LineFlaws.tooLongField("'" + entry.getKey() + "'", value.length()));
            }
        }
        if (names.size() < MOST_NAMES) {
            names.addAll(values.keySet());
        }
        List<@Nullable String> wanted = new ArrayList<>();
        expected.forEach(column -> wanted.add(values.remove(column.name())));
        Map<String, String> more = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                more.put(name, value);
            }
        });
        return new ReceivedRecord(
                number,
                line.number(),
                Collections.unmodifiableList(wanted),
                Collections.unmodifiableMap(more),
                Optional.empty(),
                Optional.empty());
    }

    private ReceivedRecord flawed(Line line, Flaw flaw) {
        List<@Nullable String> nothing = Collections.nCopies(expected.size(), null);
        return new ReceivedRecord(
                number,
                line.number(),
                nothing,
                Map.of(),
                Optional.of(ReceivedRecord.cut(line.text())),
                Optional.of(flaw));
    }

    private void refuseMissingColumns() {
        if (names.isEmpty() || names.size() >= MOST_NAMES) {
            return;
        }
        Header header = new Header(List.copyOf(names));
        for (ExpectedColumn column : expected) {
            if (column.required() && !names.contains(column.name())) {
                throw new RefusedFile(
                        RefusedFile.MISSING_COLUMN,
                        "%s: none of the %d records has the required %s; correct the name in the contract or at its source"
                                .formatted(file, number, header.lacking(column, expected)));
            }
        }
    }
}
