package org.offtake.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.offtake.sample.scale.SampleScale;

/** A generated sample, read back as text by parsers of its own. */
record Sample(Path folder) {
    /** One record with the file and line it stands on; a value that is not there is empty text. */
    record Line(String file, int number, Map<String, String> values) {
        String get(String column) {
            return values.getOrDefault(column, "");
        }
    }

    /** Five hundred days of smaller companies, in daily files since September; generated once for all tests. */
    static final SampleScale SCALE =
            new SampleScale(7, 8_000, 500, LocalDate.of(2026, 11, 21), LocalDate.of(2026, 9, 1));

    private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ssxxx");

    /** Every record of a table in every file, damaged ones too, in the order of the files. */
    List<Line> records(String system, String table) {
        return files(system, table).stream().flatMap(it -> read(it).stream()).toList();
    }

    /** The records that are not damaged. */
    List<Line> good(String system, String table) {
        List<String> damaged = labels("damaged").stream()
                .filter(it -> !it.get("what").equals("DUPLICATE"))
                .map(it -> it.get("file") + ":" + it.get("line"))
                .toList();
        return records(system, table).stream()
                .filter(it -> !damaged.contains(it.file() + ":" + it.number()))
                .toList();
    }

    /** The last state of every document of the wholesaler, by its key. */
    Map<String, Line> latest(String table, String... key) {
        Map<String, Line> latest = new LinkedHashMap<>();
        for (Line line : good("wholesale", table)) {
            String id = String.join("/", Stream.of(key).map(line::get).toList());
            latest.merge(id, line, (old, fresh) -> updated(fresh).isBefore(updated(old)) ? old : fresh);
        }
        return latest;
    }

    List<Line> labels(String name) {
        return csv(folder.resolve("labels/" + name + ".csv"), ',');
    }

    static OffsetDateTime moment(String dutch) {
        return OffsetDateTime.parse(dutch, DUTCH);
    }

    static LocalDate date(String dutch) {
        return LocalDate.parse(dutch, DateTimeFormatter.ofPattern("dd-MM-uuuu"));
    }

    List<Path> files(String system, String table) {
        try (Stream<Path> all = Files.list(folder.resolve(system))) {
            return all.filter(it -> it.getFileName().toString().matches(table + "_\\d{8}\\..*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Line> read(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".csv")) {
            return csv(file, ';');
        }
        return name.endsWith(".jsonl") ? json(file) : workbook(file);
    }

    private static OffsetDateTime updated(Line line) {
        return moment(line.get("Gewijzigd op"));
    }

    private List<Line> csv(Path file, char separator) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            List<Line> lines = new ArrayList<>();
            List<String> header = List.of();
            for (CsvRecord record : reader) {
                if (header.isEmpty()) {
                    header = record.getFields();
                } else {
                    lines.add(line(file, (int) record.getStartingLineNumber(), header, record.getFields()));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Line> json(Path file) {
        try {
            List<String> texts = Files.readAllLines(file, StandardCharsets.UTF_8);
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                Map<String, String> values = new LinkedHashMap<>();
                try (JsonParser parser = new JsonFactory().createParser(texts.get(i))) {
                    parser.nextToken();
                    while (parser.nextToken() != JsonToken.END_OBJECT) {
                        String name = parser.currentName();
                        parser.nextToken();
                        values.put(name, parser.getText());
                    }
                }
                lines.add(new Line(name(file), i + 1, values));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Line> workbook(Path file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            List<String> header = texts(rows.get(0));
            return rows.stream()
                    .skip(1)
                    .map(it -> line(file, it.getRowNum(), header, texts(it)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(it -> row.getCellText(it))
                .toList();
    }

    private Line line(Path file, int number, List<String> header, List<String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
            values.put(header.get(i), fields.get(i));
        }
        return new Line(name(file), number, values);
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
