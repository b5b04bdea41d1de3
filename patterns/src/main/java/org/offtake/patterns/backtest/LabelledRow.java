package org.offtake.patterns.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.offtake.patterns.detect.Kind;

/** A line of a file of a labelled set; what it does not hold is told with file, line and column. */
record LabelledRow(Path file, NamedCsvRecord fields) {
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final double MOST = 1e15;
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;\t|]");
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** Every line after that of the names, in their order; {@code columns} are among the names. */
    static void each(Path file, List<String> columns, Consumer<LabelledRow> consumer) {
        if (!Files.isRegularFile(file)) {
            throw new LabelledFileException(
                    file + (Files.exists(file) ? " is no file" : " is not there") + ": name one that exists");
        }
        checkNames(file, columns);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text(file))) {
            for (NamedCsvRecord fields : reader) {
                consumer.accept(new LabelledRow(file, fields));
            }
        } catch (CsvParseException | IllegalStateException broken) {
            throw new LabelledFileException(
                    file + " is not comma-separated text with a line of names: " + reason(broken) + "; mend that line");
        } catch (IOException | UncheckedIOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static void checkNames(Path file, List<String> columns) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text(file))) {
            List<String> names = reader.stream()
                    .limit(1)
                    .flatMap(record -> record.getFields().stream())
                    .toList();
            if (names.stream().allMatch(String::isBlank)) {
                throw new LabelledFileException(file + " does not begin with a line of names ("
                        + String.join(", ", columns) + "): put it there, or name another file");
            }
            if (names.size() == 1 && OTHER_SEPARATOR.matcher(names.get(0)).find()) {
                throw new LabelledFileException(file + " is not separated by commas, as its first line is "
                        + names.get(0) + ": save it as comma-separated text");
            }
            columns.stream()
                    .filter(column -> !names.contains(column))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw noColumn(file, missing, names);
                    });
        } catch (CsvParseException broken) {
            throw new LabelledFileException(
                    file + " is not comma-separated text with a line of names: " + reason(broken) + "; mend that line");
        } catch (IOException | UncheckedIOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static LabelledFileException noColumn(Path file, String column, List<String> names) {
        return new LabelledFileException(file + " has no column " + column + " among " + String.join(", ", names)
                + ": add it, or name another file");
    }

    /** As UTF-8, and nothing else; a mark at the beginning is no text. */
    private static Reader text(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static LabelledFileException unreadable(Path file, Exception failure) {
        return new LabelledFileException(
                failure instanceof CharacterCodingException || failure.getCause() instanceof CharacterCodingException
                        ? file + " is not UTF-8: save it as such"
                        : file + " cannot be read: " + failure);
    }

    private static String reason(Throwable broken) {
        Throwable cause = broken.getCause();
        return cause == null ? String.valueOf(broken.getMessage()) : broken.getMessage() + ", " + cause.getMessage();
    }

    /** @throws LabelledFileException if the column is not there or the field is blank */
    String text(String column) {
        String text = fields.findField(column).orElseThrow(() -> noColumn(file, column, fields.getHeader()));
        if (text.isBlank()) {
            throw wrong(column, "", "empty");
        }
        return text;
    }

    int day(String column) {
        String text = text(column);
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                throw wrong(column, text, "not between " + EARLIEST + " and " + LATEST);
            }
            return Math.toIntExact(date.toEpochDay());
        } catch (DateTimeParseException unknown) {
            throw wrong(column, text, "not a date such as 2024-12-31");
        }
    }

    double number(String column) {
        String text = text(column);
        try {
            double value = new BigDecimal(text).doubleValue();
            if (Math.abs(value) > MOST) {
                throw wrong(column, text, "more than anybody orders");
            }
            return value;
        } catch (NumberFormatException unknown) {
            throw wrong(column, text, "not a number such as 12.5");
        }
    }

    Kind.Direction direction(String column) {
        String text = text(column);
        return Arrays.stream(Kind.Direction.values())
                .filter(direction -> direction.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(column, text, "neither UP nor DOWN"));
    }

    LabelledFileException twice(String what) {
        return new LabelledFileException(place() + what + " stands there a second time: leave one line of it");
    }

    LabelledFileException unknown(String customer, Path customers) {
        return new LabelledFileException(place() + "customer " + customer + " is not in " + customers
                + ": add them there, or take the line out");
    }

    LabelledFileException wrong(String column, String reason) {
        return wrong(column, text(column), reason);
    }

    private LabelledFileException wrong(String column, String text, String reason) {
        return new LabelledFileException(
                place() + column + " is '" + text + "', " + reason + ": correct the line or take it out");
    }

    private String place() {
        return file + ", line " + fields.getStartingLineNumber() + ": ";
    }
}
