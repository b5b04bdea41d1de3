package org.offtake.etl.build;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offtake.models.Column;
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
        going.forEach((key, record) -> refuseUnknown(key, record));

        Map<List<String>, Kept> amended = new LinkedHashMap<>(byKey);
        amended.keySet().removeAll(going.keySet());
        amended.putAll(coming);
        long replaced = coming.keySet().stream().filter(byKey::containsKey).count();
        String line = "%s by %s: %d replaced, %d added, %d taken away"
                .formatted(seed.table(), file, replaced, coming.size() - replaced, going.size());
        return new SeedRecords(
                amended, Stream.concat(told.stream(), Stream.of(line)).toList());
    }

    private void refuseUnknown(List<String> key, Kept record) {
        if (!byKey.containsKey(key)) {
            List<String> known =
                    byKey.keySet().stream().map(each -> String.join(", ", each)).toList();
            throw record.refused(
                    "takes away a record that is not there." + Nearest.hint(String.join(", ", key), known));
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
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            int number = 1;
            for (NamedCsvRecord record : records) {
                if (!record.getHeader().equals(names)) {
                    throw new ContractException(
                            file, 1, "the header is " + record.getHeader() + ", the contract says " + names);
                }
                number++;
                Kept kept = new Kept(file, number, record.getFields());
                if (record.getFieldCount() < names.size()) {
                    throw kept.refused(
                            "has " + record.getFieldCount() + " of " + names.size() + " values: a comma is missing");
                }
                List<String> key = seed.grain().stream().map(record::getField).toList();
                Kept twin = byKey.put(key, kept);
                if (twin != null) {
                    throw kept.refused(String.join(", ", key) + " stands already in record " + twin.number());
                }
            }
        } catch (CsvParseException broken) {
            String what = Optional.ofNullable(broken.getCause())
                    .map(Throwable::getMessage)
                    .orElse(broken.getMessage());
            throw new ContractException(file, what + "; a value that holds a comma stands in double quotes");
        } catch (IOException unreadable) {
            throw new ContractException(file, "cannot be read: " + unreadable.getMessage());
        }
        return byKey;
    }
}
