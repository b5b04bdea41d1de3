package org.offtake.etl.detect;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.offtake.patterns.detect.Fit;

/**
 * What the orders of all customers had taught by a day.
 *
 * @param validFrom epoch day from which it holds, until the next one does; the earliest also holds before
 */
record ValidFit(int validFrom, Parameters parameters) {
    /** Editions are few, and all customers of a company share them. */
    private static final Map<String, Parameters> KNOWN = new ConcurrentHashMap<>();

    /** Of the column {@code editions}, the earliest first. */
    static List<ValidFit> of(Row row) {
        int column = row.fieldIndex("editions");
        List<Row> editions = row.isNullAt(column) ? List.of() : row.getList(column);
        return editions.stream()
                .map(edition -> new ValidFit(
                        Math.toIntExact(
                                edition.<LocalDate>getAs("valid_from_date").toEpochDay()),
                        KNOWN.computeIfAbsent(edition.getAs("parameters"), EditionText::parse)))
                .toList();
    }

    Fit fit() {
        return parameters.fit();
    }

    /** The one that holds on a day. */
    static ValidFit on(int day, List<ValidFit> fits) {
        return Stream.concat(fits.stream().limit(1), fits.stream().filter(fit -> fit.validFrom <= day))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
