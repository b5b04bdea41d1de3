package org.offtake.patterns.contract;

import java.time.LocalDate;
import java.util.List;

/** Contracts and beliefs that the tests share. */
final class Agreements {
    static final LocalDate START = LocalDate.of(2025, 1, 1);
    static final LocalDate END = LocalDate.of(2025, 12, 31);

    private Agreements() {}

    static Contract ofValue(double amount) {
        return of("K1", Measure.VALUE, amount, START, END);
    }

    static Contract of(String number, Measure measure, double amount, LocalDate start, LocalDate end) {
        return new Contract(number, "C1", measure, amount, start, end, List.of());
    }

    /** An order of 100 (variance 2,500) every ten days, known from 25 gaps and 10 sizes, without drift. */
    static Outlook everyTenDays(List<Change> changes, List<Hazard> hazards) {
        return new Outlook(new OrderRate(25, 250), 1, 0, new OrderValue(100, 2_500, 10), changes, hazards, 0);
    }

    static Taken taken(LocalDate day, double value) {
        return new Taken(day, value / 10, value);
    }
}
