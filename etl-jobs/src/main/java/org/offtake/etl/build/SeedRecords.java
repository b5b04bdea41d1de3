package org.offtake.etl.build;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offtake.models.Column;
import org.offtake.models.ColumnType;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;
import org.offtake.models.Seed;

/**
 * The records of a seed, by key: those of its own file, and what its amendments make of them.
 *
 * @param told a line for each amendment: how many records it replaced, added and took away
 */
record SeedRecords(Map<List<String>, Kept> byKey, List<String> told) {

    /**
     * One record as it is written.
     *
     * @param number its place in the file, where the header is 1
     * @param values one per column of the contract; empty where there is none
     */
    record Kept(Path file, int number, List<String> values) {
        ContractException refused(String problem) {
            return new ContractException(file, "record " + number + ": " + problem);
        }
    }

    static SeedRecords of(Seed seed) {
        Map<List<String>, Kept> own = read(seed, seed.csv());
        own.values().forEach(record -> refuseEmpty(seed, record));
        SeedRecords records = new SeedRecords(own, List.of());
        for (Path file : seed.amendments()) {
            records = records.amendedBy(seed, file);
        }
        return records;
    }

    /** A record that holds nothing but its key takes the one with that key away. */
    private SeedRecords amendedBy(Seed seed, Path file) {
        Map<List<String>, Kept> coming = read(seed, file);
        Map<List<String>, Kept> going = new LinkedHashMap<>(coming);
        going.values().removeIf(record -> !isKeyAlone(seed, record));
        coming.keySet().removeAll(going.keySet());
        coming.values().forEach(record -> refuseEmpty(seed, record));
        going.forEach((key, record) -> requireThere(key, record, "takes away a record that is not there."));
        if (seed.closed()) {
            coming.forEach((key, record) -> requireThere(key, record, "has a key that nothing knows."));
        }

        Map<List<String>, Kept> amended = new LinkedHashMap<>(byKey);
        amended.keySet().removeAll(going.keySet());
        amended.putAll(coming);
        long replaced = coming.keySet().stream().filter(byKey::containsKey).count();
        String line = "%s by %s: %d replaced, %d added, %d taken away"
                .formatted(seed.table(), file, replaced, coming.size() - replaced, going.size());
        return new SeedRecords(
                amended, Stream.concat(told.stream(), Stream.of(line)).toList());
    }

    private void requireThere(List<String> key, Kept record, String problem) {
        if (!byKey.containsKey(key)) {
            List<String> known =
                    byKey.keySet().stream().map(each -> String.join(", ", each)).toList();
            throw record.refused(problem + Nearest.hint(String.join(", ", key), known));
        }
    }

    private static boolean isKeyAlone(Seed seed, Kept record) {
        if (seed.grain().size() == seed.columns().size()) {
            return false;
        }
        for (int place = 0; place < seed.columns().size(); place++) {
            boolean isOfKey = seed.grain().contains(seed.columns().get(place).name());
            if (!isOfKey && !record.values().get(place).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static void refuseEmpty(Seed seed, Kept record) {
        for (int place = 0; place < seed.columns().size(); place++) {
            Column column = seed.columns().get(place);
            if (!column.optional() && record.values().get(place).isEmpty()) {
                throw record.refused(column.name() + " is empty; its contract does not say that it may be");
            }
        }
    }

    private static Map<List<String>, Kept> read(Seed seed, Path file) {
        List<String> names = seed.columns().stream().map(Column::name).toList();
        Map<List<String>, Kept> byKey = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text(file))) {
            int number = 0;
            for (CsvRecord record : records) {
                Kept kept = new Kept(file, ++number, record.getFields());
                if (number == 1) {
                    requireHeader(names, kept);
                    continue;
                }
                refuseLooseDates(seed, kept);
                List<String> key = seed.grain().stream()
                        .map(name -> kept.values().get(names.indexOf(name)))
                        .toList();
                Kept twin = byKey.put(key, kept);
                if (twin != null) {
                    throw kept.refused(String.join(", ", key) + " stands already in record " + twin.number());
                }
            }
        } catch (CsvParseException broken) {
            String what = Optional.ofNullable(broken.getCause())
                    .map(Throwable::getMessage)
                    .orElse(broken.getMessage());
            throw new ContractException(
                    file, what + "; each column has its comma, and a value that holds one stands in double quotes");
        } catch (IOException unreadable) {
            throw new ContractException(file, "cannot be read: " + unreadable.getMessage());
        }
        return byKey;
    }

    private static void requireHeader(List<String> names, Kept header) {
        if (!header.values().equals(names)) {
            throw new ContractException(
                    header.file(), 1, "the header is " + header.values() + ", the contract says " + names);
        }
    }

    /** One day is written in one way, so that a key is the same text wherever it stands. */
    private static void refuseLooseDates(Seed seed, Kept record) {
        for (int place = 0; place < seed.columns().size(); place++) {
            Column column = seed.columns().get(place);
            String value = record.values().get(place);
            if (column.type().kind() == ColumnType.Kind.DATE && !value.isEmpty()) {
                try {
                    LocalDate.parse(value);
                } catch (DateTimeParseException loose) {
                    throw record.refused(column.name() + " '" + value + "' is no date such as 2026-01-31");
                }
            }
        }
    }

    /** Without the mark that spreadsheets put first. */
    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new ContractException(file, "is not written in UTF-8; save it as CSV UTF-8");
        }
    }
}
