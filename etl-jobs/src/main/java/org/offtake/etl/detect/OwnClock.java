package org.offtake.etl.detect;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.clock.OperationalClock.Closure;

/** The clock of one customer: that of their {@code segment}, without the days of their {@code closures}. */
record OwnClock(String segment, List<Closure> closures) {

    /** Of a row; a segment is the empty text when nothing is known of it. */
    static OwnClock of(Row row) {
        int column = row.fieldIndex("closures");
        List<Row> closures = row.isNullAt(column) ? List.of() : row.getList(column);
        return new OwnClock(
                Optional.ofNullable(row.<@Nullable String>getAs("segment")).orElse(""),
                closures.stream()
                        .map(closure -> new Closure(day(closure, "first_date"), day(closure, "last_date")))
                        .toList());
    }

    OperationalClock by(ValidFit valid) {
        return valid.fit().clock(segment).closed(closures);
    }

    private static int day(Row closure, String column) {
        return Math.toIntExact(closure.<LocalDate>getAs(column).toEpochDay());
    }
}
