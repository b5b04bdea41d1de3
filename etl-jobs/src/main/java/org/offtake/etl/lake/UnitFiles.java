package org.offtake.etl.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Which files may hold rows of some units, by the least and the greatest unit that the log tells of each.
 *
 * <p>Delta's own skipping knows of a long list of units only the least and the greatest.
 */
record UnitFiles(String column, NavigableSet<UTF8String> units, boolean withNull) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty where the units are not named, or are no texts. */
    static Optional<UnitFiles> of(UnitSet set) {
        if (!(set instanceof UnitSet.Literals literals) || literals.columns().size() != 1) {
            return Optional.empty();
        }
        List<Object> values = literals.units().stream()
                .map((Row unit) -> unit.get(0))
                .filter(Objects::nonNull)
                .toList();
        if (!values.stream().allMatch(String.class::isInstance)) {
            return Optional.empty();
        }
        NavigableSet<UTF8String> units = new TreeSet<>();
        values.forEach(value -> units.add(UTF8String.fromString((String) value)));
        boolean withNull = values.size() < literals.units().size();
        return Optional.of(new UnitFiles(literals.columns().get(0), units, withNull));
    }

    /** A file that tells too little may hold any unit. */
    boolean mayBeIn(AddFile file) {
        JsonNode told = told(file);
        JsonNode nulls = told.path("nullCount").path(column);
        if (withNull && nulls.asLong(1) > 0) {
            return true;
        }
        JsonNode least = told.path("minValues").path(column);
        JsonNode greatest = told.path("maxValues").path(column);
        if (!least.isTextual() || !greatest.isTextual()) {
            boolean onlyNulls = nulls.isNumber() && nulls.equals(told.path("numRecords"));
            return !onlyNulls;
        }
        UTF8String next = units.ceiling(UTF8String.fromString(least.asText()));
        return next != null && next.compareTo(UTF8String.fromString(greatest.asText())) <= 0;
    }

    private static JsonNode told(AddFile file) {
        String statistics = file.stats();
        try {
            return JSON.readTree(statistics == null ? "{}" : statistics);
        } catch (IOException broken) {
            throw new UncheckedIOException("the statistics of " + file.path() + " cannot be read", broken);
        }
    }
}
