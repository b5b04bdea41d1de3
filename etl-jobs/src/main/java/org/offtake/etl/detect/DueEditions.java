package org.offtake.etl.detect;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When pattern editions are due: on the first day of each quarter. The first edition of a company waits for a year of orders, or,
 * while there is none, for thirteen weeks; days before it are not told.
 *
 * @param firstOrder the earliest order day of the company
 * @param newest first day of the newest edition it has
 */
record DueEditions(LocalDate firstOrder, Optional<LocalDate> newest) {
    private static final int YEAR = 364;
    private static final int LEAST = 91;

    /** The first days of those to fit by a business date, the earliest first; what came after one does not teach it. */
    Stream<LocalDate> until(LocalDate businessDate) {
        LocalDate last = quarter(businessDate);
        LocalDate first = newest.map(date -> quarter(date).plusMonths(3)).orElseGet(() -> first(last));
        return Stream.iterate(first, date -> !date.isAfter(last), date -> date.plusMonths(3));
    }

    private LocalDate first(LocalDate last) {
        LocalDate afterAYear = atLeast(YEAR);
        if (!afterAYear.isAfter(last)) {
            return afterAYear;
        }
        LocalDate least = atLeast(LEAST);
        return least.isAfter(last) ? least : last;
    }

    /** The first quarter that begins when so many days of orders lie before it. */
    private LocalDate atLeast(int days) {
        LocalDate enough = firstOrder.plusDays(days);
        LocalDate begun = quarter(enough);
        return begun.equals(enough) ? begun : begun.plusMonths(3);
    }

    /** The first day of its quarter. */
    static LocalDate quarter(LocalDate date) {
        return date.with(IsoFields.DAY_OF_QUARTER, 1);
    }
}
