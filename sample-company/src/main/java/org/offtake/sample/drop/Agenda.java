package org.offtake.sample.drop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Rows already decided and not yet landed; it holds weeks, never the whole horizon. */
public final class Agenda {
    private final TreeMap<LocalDate, List<Row>> byDay = new TreeMap<>();
    private final LocalDate firstDay;
    private LocalDate written = LocalDate.MIN;

    /** Rows that would have landed before {@code firstDay} land on it: the first delivery catches up. */
    public Agenda(LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public void add(Row row) {
        LocalDate day = row.landing().isBefore(firstDay) ? firstDay : row.landing();
        if (!day.isAfter(written)) {
            throw new IllegalStateException("a row of " + row.table().name() + " lands on " + day
                    + ", but the days until " + written + " are already written; decide it more days ahead");
        }
        byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(row);
    }

    /** Takes out the rows of a day, in the order in which they were decided. */
    public List<Row> take(LocalDate day) {
        written = day;
        List<Row> rows = byDay.remove(day);
        return rows == null ? List.of() : rows;
    }
}
